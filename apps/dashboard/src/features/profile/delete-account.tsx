import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Me } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { PasswordInput } from '../sign-in/password-input.tsx';

/** Cannot be undone, so the address is typed, and the password proves who asks. */
export function DeleteAccount({ user, onClose }: { user: Me['user']; onClose: () => void }) {
  const t = useTranslations('profile');
  const u = useTranslations('ui');
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const erase = $api.useMutation('delete', '/api/v1/auth/me', {
    gcTime: 0,
    onSuccess: () => {
      queries.clear();
      location.assign('/app/sign-in');
    },
  });
  const same = typed.trim().toLowerCase() === user.email.toLowerCase();
  const problem = erase.error ? problemOf(erase.error) : undefined;
  const submit = (values: FormData) => same && erase.mutate({ body: { password: String(values.get('password') ?? '') } });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('delete.title')}
      description={t('delete.hint')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="danger" type="submit" form="delete-account" disabled={!same} busy={erase.isPending || erase.isSuccess}>
            {t('delete.submit')}
          </Button>
        </>
      }
    >
      <Form id="delete-account" problem={problem} onSubmit={submit}>
        <Field label={t('delete.type')} hint={<bdi>{user.email}</bdi>}>
          {(wiring) => <Input {...wiring} autoFocus name="email" dir="ltr" autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <Field label={t('password.current')} error={fieldError(problem, 'password')}>
          {(wiring) => <PasswordInput {...wiring} />}
        </Field>
      </Form>
    </Dialog>
  );
}
