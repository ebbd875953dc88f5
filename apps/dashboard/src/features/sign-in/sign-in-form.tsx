import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { CodeField } from './code-field.tsx';
import { DoorProblem } from './door-problem.tsx';
import { PasswordInput } from './password-input.tsx';

/** Only a path of ours: the address may come from anybody. */
const safe = (from: string | undefined): string => (from && /^\/(?![/\\])/.test(from) ? from : '/');

export function SignInForm() {
  const t = useTranslations('signIn');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { from } = useSearch({ from: '/sign-in' });
  const [missing, setMissing] = useState({ email: false, password: false });
  const [asksCode, setAsksCode] = useState(false);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const login = $api.useMutation('post', '/api/v1/auth/login', {
    onSuccess: async () => {
      queries.clear();
      await navigate({ to: safe(from), replace: true });
    },
    onError: (error) => {
      const { code: why } = problemOf(error);
      if (why === 'totp_required') return setAsksCode(true);
      if (why === 'bad_code') return code.current?.select();
      // The e-mail is mostly right, and what was typed is gone for good: the password is typed again.
      if (password.current) password.current.value = '';
      password.current?.focus();
    },
  });
  useEffect(() => {
    if (asksCode) code.current?.focus();
  }, [asksCode]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = { email: email.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const next = { email: typed.email === '', password: typed.password === '' };
    setMissing(next);
    if (next.email) return email.current?.focus();
    if (next.password) return password.current?.focus();
    login.mutate({ body: { ...typed, ...(asksCode && { code: code.current?.value.trim() }) } });
  };
  const filled = (name: keyof typeof missing) => () => setMissing((before) => ({ ...before, [name]: false }));
  const problem = login.error && problemOf(login.error);
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {problem && problem.code !== 'totp_required' && <DoorProblem problem={problem} />}
      <Field label={t('email')} error={missing.email ? t('emailMissing') : undefined}>
        {(wiring) => (
          <Input {...wiring} ref={email} tall name="email" type="email" autoComplete="username" autoFocus required onInput={filled('email')} />
        )}
      </Field>
      <Field label={t('password')} error={missing.password ? t('passwordMissing') : undefined}>
        {(wiring) => <PasswordInput {...wiring} inputRef={password} onInput={filled('password')} />}
      </Field>
      {asksCode && <CodeField inputRef={code} />}
      <Button type="submit" look="primary" size="lg" busy={login.isPending} className="mt-1">
        {t('submit')}
      </Button>
    </form>
  );
}
