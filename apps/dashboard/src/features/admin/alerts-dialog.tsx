import type { Schemas } from '@waypost/api-client';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field, Input, TextArea } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { toast } from '../../ui/toasts.tsx';

interface Props {
  now: Schemas['NotificationsView'];
  onClose: () => void;
}

/** Changes who is told. The secret of a webhook that was just named is shown once. */
export function AlertsDialog({ now, onClose }: Props) {
  const t = useTranslations('admin.alerts');
  const ui = useTranslations('ui');
  // Nothing of the answer stays in the cache: it may hold the secret.
  const save = $api.useMutation('patch', '/api/v1/system/notifications', { gcTime: 0 });
  const secret = save.data?.webhookSecret;
  if (secret) {
    const stored = () => {
      save.reset();
      onClose();
    };
    return <SecretDialog title={t('secretTitle')} hint={t('secretHint')} what={t('secret')} secret={secret} onStored={stored} />;
  }
  const submit = (form: FormData) => {
    const text = (key: string) => String(form.get(key) ?? '').trim();
    const body = {
      emails: text('emails').split(/[\s,;]+/).filter(Boolean),
      webhookUrl: text('webhook') || null,
      projectFailing: form.get('projects') === 'on',
      errorSpikes: form.get('spikes') === 'on',
    };
    save.mutate(
      { body },
      {
        onSuccess: ({ webhookSecret }) => {
          toast(t('saved'));
          readAgain('system/notifications');
          if (!webhookSecret) onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('dialogTitle')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="alerts" busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <Form id="alerts" problem={save.error ? problemOf(save.error) : undefined} onSubmit={submit}>
        <Field label={t('emails')} hint={t('emailsHint')} error={fieldError(save.error, 'emails')}>
          {(wiring) => <TextArea {...wiring} name="emails" rows={2} className="ltr" defaultValue={now.emails.join('\n')} spellCheck={false} autoComplete="off" />}
        </Field>
        <Field label={t('webhook')} hint={t('webhookHint')} error={fieldError(save.error, 'webhookUrl')}>
          {(wiring) => <Input {...wiring} name="webhook" type="url" className="mono ltr" defaultValue={now.webhookUrl ?? ''} maxLength={2000} autoComplete="off" />}
        </Field>
        <div className="flex flex-col">
          <label className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
            <Checkbox name="projects" defaultChecked={now.projectFailing} />
            {t('projects')}
          </label>
          <label className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
            <Checkbox name="spikes" defaultChecked={now.errorSpikes} />
            {t('spikes')}
          </label>
        </div>
      </Form>
    </Dialog>
  );
}
