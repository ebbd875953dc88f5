import type { Schemas } from '@waypost/api-client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMe } from '../../data/session.ts';
import { PlanLink } from '../../shell/plan-link.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { Checkbox, Field, Input, Select, TextArea } from '../../ui/field.tsx';
import { Confirm, fieldError, Form } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Tag } from '../../ui/tag.tsx';
import { toast } from '../../ui/toasts.tsx';
import { Loaded, type Read } from './loaded.tsx';
import { listOf, textOf } from './typed.ts';

type Oidc = Schemas['OidcSettingsView'];
const newcomers = ['AGENT', 'BILLING_ADMIN', 'DEVELOPER'] as const;

/** Where the people of the tenant sign in, beside their passwords. */
export function SsoPanel({ read }: { read: Read<Oidc> }) {
  const t = useTranslations('settings.sso');
  const on = Boolean(read.data?.provider);
  return (
    <Panel title={t('title')} aside={read.data && <Tag tone={on ? 'ok' : 'neutral'}>{t(on ? 'on' : 'off')}</Tag>}>
      <Loaded read={read}>
        {(present) => (
          <>
            <Addresses redirectUri={present.redirectUri} on={on} />
            {/* What was saved is another form: the secret that was typed goes with the old one. */}
            <SsoForm key={present.provider?.updatedAt} provider={present.provider} />
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function Addresses({ redirectUri, on }: { redirectUri: string; on: boolean }) {
  const t = useTranslations('settings.sso');
  const { tenant } = useMe();
  const link = on && tenant && `${new URL(redirectUri).origin}/app/sign-in?tenant=${encodeURIComponent(tenant.slug)}`;
  return (
    <dl className="flex flex-col gap-3 border-b border-line p-4">
      <Address label={t('redirect')} hint={t('redirectHint')} url={redirectUri} />
      {link && <Address label={t('link')} hint={t('linkHint')} url={link} />}
    </dl>
  );
}

function Address({ label, hint, url }: { label: string; hint: string; url: string }) {
  return (
    <div>
      <dt className="font-mid">{label}</dt>
      <dd className="flex items-center gap-2">
        <code className="mono ltr aligned min-w-0 flex-1 break-all">{url}</code>
        <CopyButton text={url} what={label} />
      </dd>
      <dd className="text-12 text-ink-3">{hint}</dd>
    </div>
  );
}

function SsoForm({ provider }: { provider: Oidc['provider'] }) {
  const t = useTranslations('settings.sso');
  const s = useTranslations('shell');
  const [removing, setRemoving] = useState(false);
  // What was sent holds the client's secret.
  const save = $api.useMutation('put', '/api/v1/tenants/current/oidc', {
    gcTime: 0,
    onSuccess: () => {
      toast(t('saved'));
      readAgain('tenants/current/oidc');
    },
  });
  const remove = $api.useMutation('delete', '/api/v1/tenants/current/oidc', {
    onSuccess: () => {
      toast(t('removed'));
      setRemoving(false);
      readAgain('tenants/current/oidc');
    },
  });
  const submit = (values: FormData) =>
    save.mutate({
      body: {
        issuer: textOf(values, 'issuer') ?? '',
        clientId: textOf(values, 'clientId') ?? '',
        clientSecret: textOf(values, 'clientSecret'),
        emailDomains: listOf(values, 'emailDomains'),
        defaultRole: newcomers.find((role) => role === values.get('defaultRole')) ?? 'AGENT',
        createPeople: values.has('createPeople'),
      },
    });
  const problem = save.error ? problemOf(save.error) : undefined;
  return (
    <Form id="sso" problem={problem} onSubmit={submit} className="p-4">
      <PlanLink problem={problem} />
      <Field label={t('issuer')} hint={t('issuerHint')} error={fieldError(problem, 'issuer')}>
        {(wiring) => <Input {...wiring} name="issuer" type="url" dir="ltr" spellCheck={false} defaultValue={provider?.issuer} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('clientId')} error={fieldError(problem, 'clientId')}>
          {(wiring) => <Input {...wiring} name="clientId" dir="ltr" autoComplete="off" spellCheck={false} defaultValue={provider?.clientId} />}
        </Field>
        <Field label={t('clientSecret')} hint={t(provider ? 'clientSecretKept' : 'clientSecretHint')} error={fieldError(problem, 'clientSecret')}>
          {(wiring) => <Input {...wiring} name="clientSecret" type="password" dir="ltr" autoComplete="new-password" />}
        </Field>
      </div>
      <Field label={t('domains')} hint={t('domainsHint')} error={fieldError(problem, 'emailDomains')}>
        {(wiring) => <TextArea {...wiring} name="emailDomains" dir="ltr" rows={2} spellCheck={false} defaultValue={provider?.emailDomains.join('\n')} />}
      </Field>
      <Field label={t('role')} error={fieldError(problem, 'defaultRole')}>
        {(wiring) => (
          <Select {...wiring} name="defaultRole" defaultValue={provider?.defaultRole ?? 'AGENT'}>
            {newcomers.map((role) => (
              <option key={role} value={role}>
                {s(`roles.${role}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div>
        <label className="flex items-center gap-2 pointer-coarse:min-h-11">
          <Checkbox name="createPeople" defaultChecked={provider?.createPeople ?? false} aria-describedby="create-people-hint" />
          {t('create')}
        </label>
        <p id="create-people-hint" className="text-12 text-ink-3">
          {t('createHint')}
        </p>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('save')}
        </Button>
        {provider && (
          <Button look="bare" onClick={() => setRemoving(true)}>
            {t('remove')}
          </Button>
        )}
      </div>
      <Confirm
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('removeTitle')}
        action={t('removeSubmit')}
        onConfirm={() => remove.mutate({})}
        busy={remove.isPending}
        problem={remove.error ? problemOf(remove.error) : undefined}
      >
        {t('removeText')}
      </Confirm>
    </Form>
  );
}
