import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { PasswordInput } from '../sign-in/password-input.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

const Qr = lazy(() => import('qrcode.react').then(({ QRCodeSVG }) => ({ default: QRCodeSVG })));
const SIDE = 176;

/** The password, then the secret to scan and a code of it, then the recovery codes, once. */
export function SetUpAuthenticator({ onClose }: { onClose: () => void }) {
  const t = useTranslations('profile');
  const u = useTranslations('ui');
  // Nothing of the answers stays in the cache: they hold secrets.
  const propose = $api.useMutation('post', '/api/v1/auth/totp/setup', { gcTime: 0 });
  const enable = $api.useMutation('post', '/api/v1/auth/totp/enable', { gcTime: 0, onSuccess: () => propose.reset() });
  if (enable.data) {
    const stored = () => {
      enable.reset();
      toast(t('totp.turnedOn'));
      readAgain('auth/me', 'team');
      onClose();
    };
    return <RecoveryCodes codes={enable.data.recoveryCodes} onStored={stored} />;
  }
  const close = () => {
    propose.reset();
    onClose();
  };
  const error = propose.data ? enable.error : propose.error;
  const problem = error ? problemOf(error) : undefined;
  const proposal = propose.data;
  const submit = (values: FormData) => {
    if (proposal) enable.mutate({ body: { code: String(values.get('code') ?? '').replaceAll(/\s/g, '') } });
    else propose.mutate({ body: { password: String(values.get('password') ?? '') } });
  };
  return (
    <Dialog
      open
      sticky={proposal !== undefined}
      onClose={close}
      title={t('totp.setUpTitle')}
      description={t(proposal ? 'totp.scan' : 'totp.passwordFirst')}
      actions={
        <>
          <Button size="md" onClick={close}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="totp" busy={propose.isPending || enable.isPending}>
            {t(proposal ? 'totp.turnOn' : 'totp.goOn')}
          </Button>
        </>
      }
    >
      <Form key={proposal ? 'code' : 'password'} id="totp" problem={problem} onSubmit={submit}>
        {proposal ? (
          <>
            {/* White in both themes: a camera needs the contrast. */}
            <div className="self-center rounded-2 border border-line bg-[white] p-3">
              <Suspense fallback={<div style={{ width: SIDE, height: SIDE }} />}>
                <Qr value={proposal.uri} size={SIDE} level="M" role="img" aria-label={t('totp.qr')} />
              </Suspense>
            </div>
            <div>
              <p className="font-mid">{t('totp.secret')}</p>
              <div className="mt-1 flex items-center gap-2 rounded-2 border border-line-2 bg-surface-2 p-2 ps-3">
                <code data-secret className="mono ltr min-w-0 flex-1 break-all select-all">{proposal.secret}</code>
                <CopyButton size="sm" look="plain" text={proposal.secret} what={t('totp.secret')} />
              </div>
            </div>
            <Field label={t('totp.code')} hint={t('totp.codeHint')} error={fieldError(problem, 'code')}>
              {(wiring) => <Input {...wiring} autoFocus name="code" dir="ltr" inputMode="numeric" autoComplete="one-time-code" maxLength={20} required className="num max-w-40" />}
            </Field>
          </>
        ) : (
          <Field label={t('password.current')} error={fieldError(problem, 'password')}>
            {(wiring) => <PasswordInput {...wiring} autoFocus />}
          </Field>
        )}
      </Form>
    </Dialog>
  );
}
