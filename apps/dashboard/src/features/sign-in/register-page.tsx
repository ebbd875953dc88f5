import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Doorway } from './doorway.tsx';
import { DoorProblem } from './door-problem.tsx';
import { takeToken } from './link-token.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** A tenant and its first administrator; by the operator's invitation where registration is not open. */
export function RegisterPage() {
  const t = useTranslations('signIn');
  const [invite] = useState(takeToken);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const options = $api.useQuery('get', '/api/v1/auth/options', {}, { staleTime: Infinity, retry: false });
  const invited = $api.useQuery('post', '/api/v1/auth/register/look', { body: { token: invite } }, { enabled: invite !== '', retry: false, staleTime: Infinity });
  const register = $api.useMutation('post', '/api/v1/auth/register', {
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: '/', replace: true });
    },
  });
  const closed = options.data && options.data.registration !== 'open' && invite === '';
  const submit = (values: FormData) => {
    const text = (name: string) => String(values.get(name) ?? '').trim();
    register.mutate({
      body: {
        tenantName: text('tenantName'),
        name: text('name'),
        email: text('email'),
        password: String(values.get('password') ?? ''),
        ...(invite && { invite }),
      },
    });
  };
  const { error } = register;
  const wait = invite !== '' && invited.isPending;
  return (
    <Doorway title={t('register.title')} lead={closed ? undefined : t('register.lead')}>
      {closed && <p className="text-14 text-ink-2">{t(`register.closed.${options.data.registration === 'invitation' ? 'invitation' : 'off'}`)}</p>}
      {invited.error && <DoorProblem problem={problemOf(invited.error)} />}
      {!closed && !invited.error && !wait && (
        <Form id="register" problem={error ? problemOf(error) : undefined} onSubmit={submit}>
          <Field label={t('register.tenant')} hint={t('register.tenantHint')} error={fieldError(error, 'tenantName')}>
            {(wiring) => <Input {...wiring} tall name="tenantName" dir="auto" autoComplete="organization" defaultValue={invited.data?.tenantName ?? ''} autoFocus required />}
          </Field>
          <Field label={t('register.name')} error={fieldError(error, 'name')}>
            {(wiring) => <Input {...wiring} tall name="name" dir="auto" autoComplete="name" required />}
          </Field>
          <Field label={t('email')} error={fieldError(error, 'email')}>
            {(wiring) => (
              <Input {...wiring} tall name="email" type="email" autoComplete="username" required defaultValue={invited.data?.email ?? ''} readOnly={invite !== ''} />
            )}
          </Field>
          <NewPasswordField label={t('password')} error={fieldError(error, 'password')} />
          <Button type="submit" look="primary" size="lg" busy={register.isPending} className="mt-1">
            {t('register.submit')}
          </Button>
        </Form>
      )}
      <Link to="/sign-in" className="link self-start pointer-coarse:py-3">
        {t('backToSignIn')}
      </Link>
    </Doorway>
  );
}
