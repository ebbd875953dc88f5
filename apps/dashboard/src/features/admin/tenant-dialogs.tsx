import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Confirm, fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import type { Tenant } from './platform-data.ts';
import { useRereadTenants } from './reread.ts';
import type { TenantAct } from './tenants-table.tsx';

export interface Chosen {
  act: TenantAct;
  tenant: Tenant;
}

/** What can be done to a tenant that exists. */
export function TenantDialogs({ chosen, onClose }: { chosen: Chosen | null; onClose: () => void }) {
  if (!chosen) return null;
  const { act, tenant } = chosen;
  if (act === 'rename') return <Rename tenant={tenant} onClose={onClose} />;
  return act === 'suspend' ? <Suspend tenant={tenant} onClose={onClose} /> : <Resume tenant={tenant} onClose={onClose} />;
}

interface OneProps {
  tenant: Tenant;
  onClose: () => void;
}

const problem = (error: unknown) => (error ? problemOf(error) : undefined);

function Rename({ tenant, onClose }: OneProps) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const reread = useRereadTenants();
  const rename = $api.useMutation('patch', '/api/v1/tenants/{id}', {
    onSuccess: ({ name }) => {
      toast(t('renamed', { name }));
      reread();
      onClose();
    },
  });
  const submit = (form: FormData) =>
    rename.mutate({
      params: { path: { id: tenant.id } },
      body: { name: String(form.get('name')).trim(), slug: String(form.get('slug')).trim() },
    });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('renameTitle', { name: tenant.name })}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="rename-tenant" busy={rename.isPending}>
            {t('renameDo')}
          </Button>
        </>
      }
    >
      <Form id="rename-tenant" problem={problem(rename.error)} onSubmit={submit}>
        <Field label={t('name')} error={fieldError(rename.error, 'name')}>
          {(wiring) => <Input {...wiring} name="name" defaultValue={tenant.name} maxLength={200} />}
        </Field>
        <Field label={t('slug')} hint={t('slugHint')} error={fieldError(rename.error, 'slug')}>
          {(wiring) => <Input {...wiring} name="slug" className="mono ltr" defaultValue={tenant.slug} maxLength={40} />}
        </Field>
      </Form>
    </Dialog>
  );
}

function Suspend({ tenant, onClose }: OneProps) {
  const t = useTranslations('admin.tenant');
  const reread = useRereadTenants();
  const suspend = $api.useMutation('post', '/api/v1/tenants/{id}/suspend', {
    onSuccess: ({ name }) => {
      toast(t('suspendedNow', { name }));
      reread();
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('suspendTitle', { name: tenant.name })}
      action={t('suspendDo')}
      busy={suspend.isPending}
      problem={problem(suspend.error)}
      onConfirm={() => suspend.mutate({ params: { path: { id: tenant.id } } })}
    >
      {t('suspendWhat')}
    </Confirm>
  );
}

const choices = ['all', '1', '24', '72', '0'] as const;

function Resume({ tenant, onClose }: OneProps) {
  const t = useTranslations('admin.tenant');
  const reread = useRereadTenants();
  const [choice, setChoice] = useState<(typeof choices)[number]>('all');
  const resume = $api.useMutation('post', '/api/v1/tenants/{id}/resume', {
    onSuccess: ({ name, held: { released, cancelled } }) => {
      toast(t('resumed', { name }), { detail: t('held', { released, cancelled }) });
      reread();
      onClose();
    },
  });
  const body = choice === 'all' ? {} : { releaseYoungerThanHours: Number(choice) };
  return (
    <Confirm
      open
      danger={false}
      onClose={onClose}
      title={t('resumeTitle', { name: tenant.name })}
      action={t('resumeDo')}
      busy={resume.isPending}
      problem={problem(resume.error)}
      onConfirm={() => resume.mutate({ params: { path: { id: tenant.id } }, body })}
    >
      <p>{t('resumeWhat')}</p>
      <fieldset className="mt-3 flex flex-col text-ink">
        <legend className="mb-1 font-mid">{t('release')}</legend>
        {choices.map((value) => (
          <label key={value} className="flex min-h-8 items-center gap-2.5 pointer-coarse:min-h-11">
            <input type="radio" name="release" value={value} checked={choice === value} onChange={() => setChoice(value)} className="size-4 accent-brand" />
            {value === 'all' ? t('releaseAll') : value === '0' ? t('releaseNone') : t('releaseHours', { hours: Number(value) })}
          </label>
        ))}
      </fieldset>
      <p className="mt-2 text-12 text-ink-3">{t('releaseHint')}</p>
    </Confirm>
  );
}
