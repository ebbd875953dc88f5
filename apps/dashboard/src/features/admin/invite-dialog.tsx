import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

/** Invites somebody by mail to register a tenant. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('admin.invite');
  const ui = useTranslations('ui');
  const invite = $api.useMutation('post', '/api/v1/registration-invites', {
    onSuccess: ({ email }) => {
      toast(t('invited', { email }), { detail: t('invitedHint') });
      readAgain('registration-invites');
      onClose();
    },
  });
  const submit = (form: FormData) => {
    const text = (key: string) => String(form.get(key) ?? '').trim();
    const tenantName = text('tenantName');
    invite.mutate({ body: { email: text('email'), ...(tenantName && { tenantName }) } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('newTitle')}
      description={t('newWhat')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="registration-invite" busy={invite.isPending}>
            {t('send')}
          </Button>
        </>
      }
    >
      <Form id="registration-invite" problem={invite.error ? problemOf(invite.error) : undefined} onSubmit={submit}>
        <Field label={t('email')} error={fieldError(invite.error, 'email')}>
          {(wiring) => <Input {...wiring} name="email" type="email" className="ltr" autoComplete="off" autoFocus />}
        </Field>
        <Field label={t('tenantName')} hint={t('tenantNameHint')} error={fieldError(invite.error, 'tenantName')}>
          {(wiring) => <Input {...wiring} name="tenantName" maxLength={200} autoComplete="off" />}
        </Field>
      </Form>
    </Dialog>
  );
}
