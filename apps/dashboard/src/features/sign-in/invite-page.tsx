import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { CodeField } from './code-field.tsx';
import { Doorway } from './doorway.tsx';
import { DoorProblem } from './door-problem.tsx';
import { takeToken } from './link-token.ts';
import { NewPasswordField } from './new-password-field.tsx';
import { PasswordInput } from './password-input.tsx';

/** Joins a tenant: somebody new chooses name and password, somebody with an account proves that it is theirs. */
export function InvitePage() {
  const t = useTranslations('signIn');
  const [token] = useState(takeToken);
  const queries = useQueryClient();
  const look = $api.useQuery('post', '/api/v1/auth/invites/look', { body: { token } }, { retry: false, staleTime: Infinity });
  const accept = $api.useMutation('post', '/api/v1/auth/invites/accept', {
    onSuccess: () => {
      queries.clear();
      location.assign('/app/');
    },
  });
  const problem = accept.error ? problemOf(accept.error) : undefined;
  const asksCode = problem?.code === 'totp_required' || problem?.code === 'bad_code';
  const submit = (values: FormData) => {
    const name = String(values.get('name') ?? '').trim();
    const code = String(values.get('code') ?? '').trim();
    accept.mutate({ body: { token, password: String(values.get('password') ?? ''), ...(name && { name }), ...(code && { code }) } });
  };
  const invite = look.data;
  return (
    <Doorway
      title={invite ? t('invite.title', { tenant: invite.tenant.name }) : t('invite.untitled')}
      lead={invite && t(invite.hasAccount ? 'invite.leadKnown' : 'invite.leadNew', { role: t(`roles.${invite.role}`) })}
    >
      {look.isPending && <Skeleton className="h-40 w-full" />}
      {look.error && <DoorProblem problem={problemOf(look.error)} />}
      {invite && (
        <Form id="invite" problem={problem?.code === 'totp_required' ? undefined : problem} onSubmit={submit}>
          <Field label={t('email')}>{(wiring) => <Input {...wiring} tall name="email" type="email" autoComplete="username" value={invite.email} readOnly />}</Field>
          {invite.hasAccount ? (
            <Field label={t('password')}>{(wiring) => <PasswordInput {...wiring} autoFocus />}</Field>
          ) : (
            <>
              <Field label={t('register.name')} error={fieldError(accept.error, 'name')}>
                {(wiring) => <Input {...wiring} tall name="name" dir="auto" autoComplete="name" autoFocus required />}
              </Field>
              <NewPasswordField label={t('password')} error={fieldError(accept.error, 'password')} />
            </>
          )}
          {asksCode && <CodeField />}
          <Button type="submit" look="primary" size="lg" busy={accept.isPending} className="mt-1">
            {t('invite.submit')}
          </Button>
        </Form>
      )}
      <Link to="/sign-in" className="link self-start pointer-coarse:py-3">
        {t('backToSignIn')}
      </Link>
    </Doorway>
  );
}
