import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Doorway } from './doorway.tsx';
import { DoorProblem } from './door-problem.tsx';
import { takeToken } from './link-token.ts';
import { NewPasswordField } from './new-password-field.tsx';

/** Where the links of two mails lead: to a new password, and of a welcome to the first one. */
export function NewPasswordPage({ first }: { first: boolean }) {
  const t = useTranslations('signIn');
  const [token] = useState(takeToken);
  const reset = $api.useMutation('post', '/api/v1/auth/password/reset');
  const submit = (values: FormData) => reset.mutate({ body: { token, password: String(values.get('password') ?? '') } });
  const problem = reset.error ? problemOf(reset.error) : undefined;
  const over = token === '' || problem?.code === 'link_over';
  return (
    <Doorway title={t(first ? 'welcome.title' : 'reset.title')} lead={reset.isSuccess || over ? undefined : t(first ? 'welcome.lead' : 'reset.lead')}>
      {over && <DoorProblem problem={problem ?? { code: 'link_over', status: 410, title: '', detail: '' }} />}
      {reset.isSuccess && (
        <p role="status" className="text-14 text-ink-2">
          {t('reset.done')}
        </p>
      )}
      {!over && !reset.isSuccess && (
        <Form id="new-password" problem={problem} onSubmit={submit}>
          <NewPasswordField error={fieldError(reset.error, 'password')} />
          <Button type="submit" look="primary" size="lg" busy={reset.isPending}>
            {t('reset.submit')}
          </Button>
        </Form>
      )}
      <Link to={over && !first ? '/forgot' : '/sign-in'} className="link self-start pointer-coarse:py-3">
        {t(over && !first ? 'forgot.again' : reset.isSuccess ? 'submit' : 'backToSignIn')}
      </Link>
    </Doorway>
  );
}

export const ResetPage = () => <NewPasswordPage first={false} />;
export const WelcomePage = () => <NewPasswordPage first />;
