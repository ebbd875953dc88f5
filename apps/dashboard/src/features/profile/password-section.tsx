import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import type { Me } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { PasswordInput } from '../sign-in/password-input.tsx';
import { Section } from './section.tsx';

export function PasswordSection({ user }: { user: Me['user'] }) {
  const t = useTranslations('profile');
  const s = useTranslations('signIn');
  const box = useRef<HTMLDivElement>(null);
  const options = $api.useQuery('get', '/api/v1/auth/options', {}, { staleTime: Infinity, retry: false });
  const change = $api.useMutation('post', '/api/v1/auth/password/change', {
    gcTime: 0,
    onSuccess: () => {
      toast(t('password.done'), { detail: t('password.doneHint') });
      box.current?.querySelector('form')?.reset();
      // It is kept for as long as the page shows it.
      change.reset();
      readAgain('auth/sessions');
    },
  });
  const forgot = $api.useMutation('post', '/api/v1/auth/password/forgot', { onSuccess: () => toast(t('password.linkSent')) });
  if (!user.hasPassword) {
    return (
      <Section title={t('password.title')}>
        <p className="text-ink-2">{t('password.none')}</p>
        <Button className="self-start" busy={forgot.isPending} onClick={() => forgot.mutate({ body: { email: user.email } })}>
          {t('password.sendLink')}
        </Button>
      </Section>
    );
  }
  const problem = change.error ? problemOf(change.error) : undefined;
  const submit = (values: FormData) => {
    const text = (name: string) => String(values.get(name) ?? '');
    change.mutate({ body: { currentPassword: text('currentPassword'), newPassword: text('newPassword') } });
  };
  return (
    <Section title={t('password.title')}>
      <div ref={box}>
        <Form id="password" problem={problem} onSubmit={submit} className="max-w-110">
          <Field label={t('password.current')} error={fieldError(problem, 'currentPassword')}>
            {(wiring) => <PasswordInput {...wiring} name="currentPassword" />}
          </Field>
          <Field label={s('newPassword')} hint={s('newPasswordHint', { count: options.data?.passwordMinLength ?? 10 })} error={fieldError(problem, 'newPassword')}>
            {(wiring) => <PasswordInput {...wiring} name="newPassword" fresh />}
          </Field>
          <Button size="md" type="submit" className="self-start" busy={change.isPending}>
            {t('password.submit')}
          </Button>
        </Form>
      </div>
    </Section>
  );
}
