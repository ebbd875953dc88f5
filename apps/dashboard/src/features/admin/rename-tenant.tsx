import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Input } from '../../ui/field.tsx';
import { fieldError, Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { useRereadTenants } from './reread.ts';
import type { OneTenantProps } from './tenant-dialogs.tsx';

export function RenameTenant({ tenant, onClose }: OneTenantProps) {
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
      <Form id="rename-tenant" problem={rename.error ? problemOf(rename.error) : undefined} onSubmit={submit}>
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
