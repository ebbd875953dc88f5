import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Doorway } from './doorway.tsx';

/** Asks for a link to a new password. What it answers says nothing of whether there is such an account. */
export function ForgotPage() {
  const t = useTranslations('signIn');
  const forgot = $api.useMutation('post', '/api/v1/auth/password/forgot');
  const submit = (values: FormData) => forgot.mutate({ body: { email: String(values.get('email') ?? '').trim() } });
  return (
    <Doorway title={t('forgot.title')} lead={forgot.isSuccess ? undefined : t('forgot.lead')}>
      {forgot.isSuccess ? (
        <p role="status" className="text-14 text-ink-2">
          {t('forgot.sent')}
        </p>
      ) : (
        <Form id="forgot" problem={forgot.error ? problemOf(forgot.error) : undefined} onSubmit={submit}>
          <Field label={t('email')} error={fieldError(forgot.error, 'email')}>
            {(wiring) => <Input {...wiring} tall name="email" type="email" autoComplete="username" autoFocus required />}
          </Field>
          <Button type="submit" look="primary" size="lg" busy={forgot.isPending}>
            {t('forgot.submit')}
          </Button>
        </Form>
      )}
      <Link to="/sign-in" className="link self-start pointer-coarse:py-3">
        {t('backToSignIn')}
      </Link>
    </Doorway>
  );
}
