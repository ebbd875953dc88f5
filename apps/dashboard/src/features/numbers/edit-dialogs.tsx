import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { $api, type Problem, problemOf } from '../../data/client.ts';
import type { Account, App, PhoneNumber } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';
import { accountBody, AccountFields, appBody, AppFields, numberBody, NumberFields, textIn } from './fields.tsx';

interface FrameProps {
  title: string;
  hint?: string;
  action: string;
  busy: boolean;
  problem?: Problem;
  onSubmit: (values: FormData) => void;
  onClose: () => void;
  children: ReactNode;
}

function FormDialog({ title, hint, action, busy, problem, onSubmit, onClose, children }: FrameProps) {
  const u = useTranslations('ui');
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={hint}
      actions={
        <>
          <Button size="md" onClick={onClose}>
            {u('cancel')}
          </Button>
          <Button size="md" look="primary" type="submit" form="setup" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <Form id="setup" problem={problem} onSubmit={onSubmit}>
        {children}
      </Form>
    </Dialog>
  );
}

const problemIn = (error: unknown) => (error ? problemOf(error) : undefined);
const again = () => readAgain('business-accounts', 'apps', 'phone-numbers', 'overview');

interface Props<Row> {
  row?: Row;
  onClose: () => void;
}

export function AccountDialog({ row, onClose }: Props<Account>) {
  const t = useTranslations('numbers');
  const create = $api.useMutation('post', '/api/v1/business-accounts');
  const patch = $api.useMutation('patch', '/api/v1/business-accounts/{id}');
  const problem = problemIn(create.error ?? patch.error);
  const submit = (values: FormData) => {
    const body = accountBody(values);
    const done = () => (toast(t(row ? 'accountForm.saved' : 'accountForm.created', { name: body.name })), again(), onClose());
    if (!row) create.mutate({ body }, { onSuccess: done });
    else patch.mutate({ params: { path: { id: row.businessId } }, body: { name: body.name, timezone: body.timezone } }, { onSuccess: done });
  };
  return (
    <FormDialog
      title={row ? t('accountForm.edit', { name: row.name }) : t('accountForm.new')}
      hint={row ? undefined : t('accountForm.newHint')}
      action={t(row ? 'accountForm.save' : 'accountForm.create')}
      busy={create.isPending || patch.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <AccountFields row={row} problem={problem} />
    </FormDialog>
  );
}

/** Changes an app; new ones are made in the set-up, which leads on to Meta's side. */
export function AppDialog({ row, onClose }: { row: App; onClose: () => void }) {
  const t = useTranslations('numbers');
  const patch = $api.useMutation('patch', '/api/v1/apps/{id}', { gcTime: 0 });
  const problem = problemIn(patch.error);
  const submit = (values: FormData) => {
    const { name, verifyToken, appSecret } = appBody(values);
    const body = { name, ...(verifyToken && { verifyToken }), ...(appSecret && { appSecret }) };
    const done = () => (toast(t('appForm.saved', { name })), again(), onClose());
    patch.mutate({ params: { path: { id: row.id } }, body }, { onSuccess: done });
  };
  return (
    <FormDialog title={t('appForm.edit', { name: row.name })} action={t('appForm.save')} busy={patch.isPending} problem={problem} onSubmit={submit} onClose={onClose}>
      <AppFields row={row} problem={problem} />
    </FormDialog>
  );
}

/** Without a number one is connected through the app. */
export function NumberDialog({ row, appId, apps, onClose }: Props<PhoneNumber> & { appId: string; apps: App[] }) {
  const t = useTranslations('numbers');
  const create = $api.useMutation('post', '/api/v1/phone-numbers');
  const patch = $api.useMutation('patch', '/api/v1/phone-numbers/{id}');
  const problem = problemIn(create.error ?? patch.error);
  const submit = (values: FormData) => {
    const { phoneNumberId, phoneNumber, displayName } = numberBody(values);
    const chosen = textIn(values, 'appId');
    const done = () => (toast(t(row ? 'numberForm.saved' : 'numberForm.created', { name: displayName })), again(), onClose());
    if (!row) create.mutate({ body: { phoneNumberId, phoneNumber, displayName, appId } }, { onSuccess: done });
    else {
      const body = { phoneNumber, displayName, ...(chosen && chosen !== row.appId && { appId: chosen }) };
      patch.mutate({ params: { path: { id: row.phoneNumberId } }, body }, { onSuccess: done });
    }
  };
  return (
    <FormDialog
      title={row ? t('numberForm.edit', { name: row.displayName }) : t('numberForm.new')}
      hint={row ? undefined : t('numberForm.newHint')}
      action={t(row ? 'numberForm.save' : 'numberForm.create')}
      busy={create.isPending || patch.isPending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <NumberFields row={row} problem={problem} apps={row && apps.some((app) => app.id === row.appId) ? apps : undefined} />
    </FormDialog>
  );
}
