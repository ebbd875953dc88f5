import { useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { Confirm, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { useTenant } from './platform-data.ts';
import { useReleaseChoice } from './release-choice.tsx';
import { useRereadTenants } from './reread.ts';
import type { OneTenantProps } from './tenant-dialogs.tsx';

const DAY_MS = 86_400_000;

/** Asks for the name: after the grace nothing of it is left. */
export function DeleteTenant({ tenant, onClose }: OneTenantProps) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const format = useFormatter();
  const now = useNow();
  const reread = useRereadTenants();
  const [typed, setTyped] = useState('');
  const details = useTenant(tenant.id).data;
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'long' });
  const remove = $api.useMutation('delete', '/api/v1/tenants/{id}', {
    onSuccess: ({ name, eraseAfter }) => {
      toast(t('deletingNow', { name }), eraseAfter ? { detail: t('deletingUntil', { day: day(new Date(eraseAfter)) }) } : {});
      reread();
      onClose();
    },
  });
  const submit = () => typed === tenant.slug && remove.mutate({ params: { path: { id: tenant.id } } });
  const until = details && new Date(now.getTime() + details.deleteGraceDays * DAY_MS);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('deleteTitle', { name: tenant.name })}
      description={t('deleteWhat')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="danger" type="submit" form="delete-tenant" disabled={typed !== tenant.slug} busy={remove.isPending}>
            {t('deleteDo')}
          </Button>
        </>
      }
    >
      <Form id="delete-tenant" problem={remove.error ? problemOf(remove.error) : undefined} onSubmit={submit}>
        <p className="min-h-5 font-mid">{until && t('deleteUntil', { day: day(until) })}</p>
        <Field label={t.rich('deleteType', { slug: () => <span className="mono ltr">{tenant.slug}</span> })}>
          {(wiring) => <Input {...wiring} className="mono ltr" value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" spellCheck={false} autoFocus />}
        </Field>
      </Form>
    </Dialog>
  );
}

export function RestoreTenant({ tenant, onClose }: OneTenantProps) {
  const t = useTranslations('admin.tenant');
  const reread = useRereadTenants();
  const { body, fields } = useReleaseChoice();
  const suspended = tenant.suspendedAt !== null;
  const restore = $api.useMutation('post', '/api/v1/tenants/{id}/restore', {
    onSuccess: ({ name, status, held: { released, cancelled } }) => {
      toast(t('restored', { name }), { detail: status === 'suspended' ? t('restoredSuspended') : t('held', { released, cancelled }) });
      reread();
      onClose();
    },
  });
  return (
    <Confirm
      open
      danger={false}
      onClose={onClose}
      title={t('restoreTitle', { name: tenant.name })}
      action={t('restoreDo')}
      busy={restore.isPending}
      problem={restore.error ? problemOf(restore.error) : undefined}
      onConfirm={() => restore.mutate({ params: { path: { id: tenant.id } }, body: suspended ? {} : body })}
    >
      <p>{t(suspended ? 'restoredSuspended' : 'resumeWhat')}</p>
      {!suspended && fields}
    </Confirm>
  );
}
