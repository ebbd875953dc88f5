import { useTranslations } from 'use-intl';
import { $api, type Problem, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { CodeField } from '../sign-in/code-field.tsx';
import { PasswordInput } from '../sign-in/password-input.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Asks for no codes any more. */
export function TurnOff({ onClose }: { onClose: () => void }) {
  const t = useTranslations('profile');
  const disable = $api.useMutation('post', '/api/v1/auth/totp/disable', {
    gcTime: 0,
    onSuccess: () => {
      toast(t('totp.turnedOff'));
      readAgain('auth/me', 'team');
      onClose();
    },
  });
  return (
    <Proof
      title={t('totp.turnOffTitle')}
      hint={t('totp.turnOffHint')}
      action={t('totp.turnOffDo')}
      danger
      busy={disable.isPending}
      error={disable.error ? problemOf(disable.error) : undefined}
      onProven={(body) => disable.mutate({ body })}
      onClose={onClose}
    />
  );
}

/** New recovery codes in place of the old ones. */
export function NewCodes({ onClose }: { onClose: () => void }) {
  const t = useTranslations('profile');
  // Nothing of the answer stays in the cache: it holds the codes.
  const renew = $api.useMutation('post', '/api/v1/auth/totp/recovery-codes', { gcTime: 0 });
  if (renew.data) {
    const stored = () => {
      renew.reset();
      onClose();
    };
    return <RecoveryCodes codes={renew.data.recoveryCodes} onStored={stored} />;
  }
  return (
    <Proof
      title={t('totp.newCodesTitle')}
      hint={t('totp.newCodesHint')}
      action={t('totp.newCodesDo')}
      busy={renew.isPending}
      error={renew.error ? problemOf(renew.error) : undefined}
      onProven={(body) => renew.mutate({ body })}
      onClose={onClose}
    />
  );
}

interface ProofProps {
  title: string;
  hint: string;
  action: string;
  danger?: boolean;
  busy: boolean;
  error: Problem | undefined;
  onProven: (proof: { password: string; code: string }) => void;
  onClose: () => void;
}

/** Password and code: an open page alone changes nothing of how somebody signs in. */
function Proof({ title, hint, action, danger, busy, error, onProven, onClose }: ProofProps) {
  const t = useTranslations('profile');
  const u = useTranslations('ui');
  const submit = (values: FormData) => onProven({ password: String(values.get('password') ?? ''), code: String(values.get('code') ?? '').trim() });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={hint}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look={danger ? 'danger' : 'primary'} type="submit" form="proof" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <Form id="proof" problem={error} onSubmit={submit}>
        <Field label={t('password.current')} error={fieldError(error, 'password')}>
          {(wiring) => <PasswordInput {...wiring} autoFocus />}
        </Field>
        <CodeField />
      </Form>
    </Dialog>
  );
}
