import type { Schemas } from '@waypost/api-client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Checkbox, Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { toast } from '../../ui/toasts.tsx';
import { useTenants } from './platform-data.ts';
import { useRereadSystem } from './reread.ts';

interface Props {
  entry: Schemas['UnclaimedView'];
  onClose: () => void;
}

/** Gives the number to a tenant, maps it, and sends on what has come for it. */
export function AssignDialog({ entry, onClose }: Props) {
  const t = useTranslations('admin.unclaimed');
  const ui = useTranslations('ui');
  const reread = useRereadSystem();
  const called = entry.phoneNumber === null ? entry.subject : phoneText(entry.phoneNumber);
  const { tenants = [] } = useTenants();
  const [tenantId, setTenantId] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const assign = $api.useMutation('post', '/api/v1/system/unclaimed/{subject}/assign', {
    onSuccess: ({ webhooks }) => {
      toast(t('assigned', { number: called }), { detail: t('sentOn', { count: webhooks }) });
      reread();
      onClose();
    },
  });
  const text = (form: FormData, key: string) => String(form.get(key) ?? '').trim();
  const submit = (form: FormData) =>
    assign.mutate({
      params: { path: { subject: entry.subject } },
      body: {
        tenantId,
        appId: text(form, 'app'),
        phoneNumber: text(form, 'phone'),
        displayName: text(form, 'name'),
        ...(chosen.length > 0 && { projects: chosen }),
      },
    });
  const choose = (next: string) => {
    setTenantId(next);
    setChosen([]);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('assignTitle', { number: called })}
      description={t('assignHint', { count: entry.webhooks })}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="assign-number" disabled={!tenantId} busy={assign.isPending}>
            {t('assignDo', { count: entry.webhooks })}
          </Button>
        </>
      }
    >
      <Form id="assign-number" problem={assign.error ? problemOf(assign.error) : undefined} onSubmit={submit}>
        <Field label={t('tenant')} error={fieldError(assign.error, 'tenantId')}>
          {(wiring) => (
            <Select {...wiring} value={tenantId} onChange={(event) => choose(event.target.value)}>
              <option value="">{t('chooseTenant')}</option>
              {tenants.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {tenantId && (
          <>
            <AppField key={tenantId} tenantId={tenantId} error={fieldError(assign.error, 'appId')} />
            <Field label={t('phone')} error={fieldError(assign.error, 'phoneNumber')}>
              {(wiring) => <Input {...wiring} name="phone" className="ltr" defaultValue={entry.phoneNumber === null ? '' : phoneText(entry.phoneNumber)} />}
            </Field>
            <Field label={t('displayName')} hint={t('displayNameHint')} error={fieldError(assign.error, 'displayName')}>
              {(wiring) => <Input {...wiring} name="name" maxLength={200} />}
            </Field>
            <ProjectChoice tenantId={tenantId} chosen={chosen} onChange={setChosen} />
          </>
        )}
      </Form>
    </Dialog>
  );
}

/** The tenant's own apps are offered; one of the platform may be typed. */
function AppField({ tenantId, error }: { tenantId: string; error?: string }) {
  const t = useTranslations('admin.unclaimed');
  const list = useId();
  const apps = $api.useQuery('get', '/api/v1/apps', { params: { query: { limit: 200 } }, headers: { 'x-tenant-id': tenantId } });
  const own = apps.data?.data;
  return (
    <Field label={t('app')} hint={own?.length === 0 ? t('appNone') : t('appHint')} error={error}>
      {(wiring) => (
        <>
          <Input {...wiring} key={own ? 'known' : 'asked'} name="app" list={list} inputMode="numeric" className="mono ltr" defaultValue={own?.[0]?.id} />
          <datalist id={list}>
            {own?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

interface ChoiceProps {
  tenantId: string;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

function ProjectChoice({ tenantId, chosen, onChange }: ChoiceProps) {
  const t = useTranslations('admin.unclaimed');
  const { data } = $api.useQuery('get', '/api/v1/projects', { params: { query: { limit: 200 } }, headers: { 'x-tenant-id': tenantId } });
  if (!data) return null;
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-mid">{t('projects')}</legend>
      {data.data.map(({ id, name }) => (
        <label key={id} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
          <Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {name}
        </label>
      ))}
      <p className="text-12 text-ink-3">{data.data.length > 0 ? t('projectsHint') : t('projectsNone')}</p>
    </fieldset>
  );
}
