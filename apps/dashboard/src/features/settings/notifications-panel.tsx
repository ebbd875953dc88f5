import type { Schemas } from '@waypost/api-client';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { PlanLink } from '../../shell/plan-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox, Field, Input, TextArea } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SecretDialog } from '../../ui/secret-dialog.tsx';
import { toast } from '../../ui/toasts.tsx';
import { Loaded, type Read } from './loaded.tsx';
import { listOf, textOf } from './typed.ts';

type Notifications = Schemas['NotificationsView'];

export function NotificationsPanel({ read }: { read: Read<Notifications> }) {
  const t = useTranslations('settings.notifications');
  return (
    <Panel title={t('title')}>
      <Loaded read={read}>{(present) => <NotificationsForm present={present} />}</Loaded>
    </Panel>
  );
}

function NotificationsForm({ present }: { present: Notifications }) {
  const t = useTranslations('settings.notifications');
  // Nothing of the answer stays in the cache: it may hold a secret.
  const save = $api.useMutation('patch', '/api/v1/tenants/current/notifications', {
    gcTime: 0,
    onSuccess: () => {
      toast(t('saved'));
      readAgain('tenants/current/notifications');
    },
  });
  const submit = (values: FormData) =>
    save.mutate({
      body: {
        emails: listOf(values, 'emails'),
        webhookUrl: textOf(values, 'webhookUrl') ?? null,
        projectFailing: values.has('projectFailing'),
        errorSpikes: values.has('errorSpikes'),
      },
    });
  const problem = save.error ? problemOf(save.error) : undefined;
  const secret = save.data?.webhookSecret;
  return (
    <Form id="notifications" problem={problem} onSubmit={submit} className="p-4">
      <PlanLink problem={problem} />
      <Field label={t('emails')} hint={t('emailsHint')} error={fieldError(problem, 'emails')}>
        {(wiring) => <TextArea {...wiring} name="emails" dir="ltr" rows={3} spellCheck={false} defaultValue={present.emails.join('\n')} />}
      </Field>
      <Field label={t('webhook')} hint={t('webhookHint')} error={fieldError(problem, 'webhookUrl')}>
        {(wiring) => <Input {...wiring} name="webhookUrl" type="url" dir="ltr" spellCheck={false} defaultValue={present.webhookUrl ?? ''} />}
      </Field>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-mid">{t('kinds')}</legend>
        {(['projectFailing', 'errorSpikes'] as const).map((kind) => (
          <label key={kind} className="flex items-center gap-2 pointer-coarse:min-h-11">
            <Checkbox name={kind} defaultChecked={present[kind]} />
            {t(kind)}
          </label>
        ))}
      </fieldset>
      <Button type="submit" look="primary" busy={save.isPending} className="self-start">
        {t('save')}
      </Button>
      {secret && (
        <SecretDialog title={t('secretTitle')} hint={t('secretHint')} what={t('secretWhat')} secret={secret} onStored={() => save.reset()} />
      )}
    </Form>
  );
}
