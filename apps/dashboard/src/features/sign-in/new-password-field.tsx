import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Field } from '../../ui/field.tsx';
import { PasswordInput } from './password-input.tsx';

/** A password that somebody chooses; what is asked of it is said before. */
export function NewPasswordField({ error, label }: { error: string | undefined; label?: string }) {
  const t = useTranslations('signIn');
  const options = $api.useQuery('get', '/api/v1/auth/options', {}, { staleTime: Infinity, retry: false });
  return (
    <Field label={label ?? t('newPassword')} hint={t('newPasswordHint', { count: options.data?.passwordMinLength ?? 10 })} error={error}>
      {(wiring) => <PasswordInput {...wiring} fresh />}
    </Field>
  );
}
