import { roles } from '@waypost/contracts';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { actFor } from '../../data/acting-for.ts';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input, Select } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import type { OneTenantProps } from './tenant-dialogs.tsx';

/** Works in a tenant as one of its people. The page is loaded anew: what was read so far belongs to somebody else. */
export function Impersonate({ tenant, onClose }: OneTenantProps) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const shell = useTranslations('shell');
  const members = $api.useQuery('get', '/api/v1/tenants/{id}/members', { params: { path: { id: tenant.id }, query: { limit: 200 } } });
  const [reason, setReason] = useState('');
  const begin = $api.useMutation('post', '/api/v1/tenants/{id}/impersonate', {
    onSuccess: () => {
      actFor(null);
      globalThis.location.assign('/app/');
    },
  });
  // Administrators first: mostly it is their page that is asked about.
  const able = members.data?.data.filter(({ status }) => status === 'active').toSorted((one, other) => roles.indexOf(one.role) - roles.indexOf(other.role));
  const submit = (form: FormData) => {
    const userId = String(form.get('member') ?? '');
    begin.mutate({ params: { path: { id: tenant.id } }, body: { userId, reason: reason.trim() } });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('signInTitle', { name: tenant.name })}
      description={t('signInWhat')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="impersonate" disabled={!able || able.length === 0 || reason.trim() === ''} busy={begin.isPending || begin.isSuccess}>
            {t('signInDo')}
          </Button>
        </>
      }
    >
      {members.error ? (
        <Failure problem={problemOf(members.error)} onRetry={() => void members.refetch()} />
      ) : !able ? (
        <Skeleton rows={3} />
      ) : able.length === 0 ? (
        <p className="text-ink-2">{t('nobody')}</p>
      ) : (
        <Form id="impersonate" problem={begin.error ? problemOf(begin.error) : undefined} onSubmit={submit}>
          <Field label={t('member')} error={fieldError(begin.error, 'userId')}>
            {(wiring) => (
              <Select {...wiring} name="member">
                {able.map(({ userId, name, email, role }) => (
                  <option key={userId} value={userId}>
                    {t('memberChoice', { name, email, role: shell(`roles.${role}`) })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('reason')} hint={t('signInReasonHint')} error={fieldError(begin.error, 'reason')}>
            {(wiring) => <Input {...wiring} value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} autoComplete="off" />}
          </Field>
        </Form>
      )}
    </Dialog>
  );
}
