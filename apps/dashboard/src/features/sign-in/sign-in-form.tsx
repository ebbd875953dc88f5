import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { PasswordInput } from './password-input.tsx';
import { SignInProblem } from './sign-in-problem.tsx';

/** Only a path of ours: the address may come from anybody. */
const safe = (from: string | undefined): string => (from && /^\/(?![/\\])/.test(from) ? from : '/');

export function SignInForm() {
  const t = useTranslations('signIn');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { from } = useSearch({ from: '/sign-in' });
  const [missing, setMissing] = useState({ email: false, password: false });
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const login = $api.useMutation('post', '/api/v1/auth/login', {
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: safe(from), replace: true });
    },
    // The e-mail is mostly right, and what was typed is gone for good: the password is typed again.
    onError: () => {
      if (password.current) password.current.value = '';
      password.current?.focus();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const next = { email: body.email === '', password: body.password === '' };
    setMissing(next);
    if (next.email) return email.current?.focus();
    if (next.password) return password.current?.focus();
    login.mutate({ body });
  };
  const filled = (name: keyof typeof missing) => () => setMissing((before) => ({ ...before, [name]: false }));
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div className="mb-2">
        <h1 className="text-28 font-strong tracking-[-0.022em]">{t('submit')}</h1>
        <p className="mt-1 text-14 text-ink-2">{t('lead')}</p>
      </div>
      {login.error && <SignInProblem problem={problemOf(login.error)} />}
      <Field label={t('email')} error={missing.email ? t('emailMissing') : undefined}>
        {(wiring) => (
          <Input {...wiring} ref={email} tall name="email" type="email" autoComplete="username" autoFocus required onInput={filled('email')} />
        )}
      </Field>
      <Field label={t('password')} error={missing.password ? t('passwordMissing') : undefined}>
        {(wiring) => <PasswordInput {...wiring} inputRef={password} onInput={filled('password')} />}
      </Field>
      <Button type="submit" look="primary" size="lg" busy={login.isPending} className="mt-1">
        {t('submit')}
      </Button>
    </form>
  );
}
