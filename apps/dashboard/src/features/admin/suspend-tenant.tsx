import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Confirm, fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { useReleaseChoice } from './release-choice.tsx';
import { useRereadTenants } from './reread.ts';
import type { OneTenantProps } from './tenant-dialogs.tsx';

/** Holds everything of a tenant, and tells its people why. */
export function SuspendTenant({ tenant, onClose }: OneTenantProps) {
  const t = useTranslations('admin.tenant');
  const ui = useTranslations('ui');
  const reread = useRereadTenants();
  const suspend = $api.useMutation('post', '/api/v1/tenants/{id}/suspend', {
    onSuccess: ({ name }) => {
      toast(t('suspendedNow', { name }), { detail: t('toldByMail') });
      reread();
      onClose();
    },
  });
  const submit = (form: FormData) => {
    const reason = String(form.get('reason') ?? '').trim();
    suspend.mutate({ params: { path: { id: tenant.id } }, body: reason ? { reason } : {} });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('suspendTitle', { name: tenant.name })}
      description={t('suspendWhat')}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {ui('cancel')}
          </Button>
          <Button size="md" look="danger" type="submit" form="suspend-tenant" busy={suspend.isPending}>
            {t('suspendDo')}
          </Button>
        </>
      }
    >
      <Form id="suspend-tenant" problem={suspend.error ? problemOf(suspend.error) : undefined} onSubmit={submit}>
        <Field label={t('reason')} hint={t('suspendReasonHint')} error={fieldError(suspend.error, 'reason')}>
          {(wiring) => <TextArea {...wiring} name="reason" rows={2} maxLength={500} autoFocus />}
        </Field>
      </Form>
    </Dialog>
  );
}

export function ResumeTenant({ tenant, onClose }: OneTenantProps) {
  const t = useTranslations('admin.tenant');
  const reread = useRereadTenants();
  const { body, fields } = useReleaseChoice();
  const resume = $api.useMutation('post', '/api/v1/tenants/{id}/resume', {
    onSuccess: ({ name, held: { released, cancelled } }) => {
      toast(t('resumed', { name }), { detail: t('held', { released, cancelled }) });
      reread();
      onClose();
    },
  });
  return (
    <Confirm
      open
      danger={false}
      onClose={onClose}
      title={t('resumeTitle', { name: tenant.name })}
      action={t('resumeDo')}
      busy={resume.isPending}
      problem={resume.error ? problemOf(resume.error) : undefined}
      onConfirm={() => resume.mutate({ params: { path: { id: tenant.id } }, body })}
    >
      <p>{t('resumeWhat')}</p>
      {fields}
    </Confirm>
  );
}
