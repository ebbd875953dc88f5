import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { Account, App, PhoneNumber } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

export type Removal = { kind: 'account'; row: Account } | { kind: 'app'; row: App } | { kind: 'number'; row: PhoneNumber };

/** Asks before something is removed; what is still in use is refused in the API's words. */
export function RemoveDialog({ removal, onClose }: { removal: Removal; onClose: () => void }) {
  const t = useTranslations('numbers');
  const account = $api.useMutation('delete', '/api/v1/business-accounts/{id}');
  const app = $api.useMutation('delete', '/api/v1/apps/{id}');
  const number = $api.useMutation('delete', '/api/v1/phone-numbers/{id}');
  const { kind } = removal;
  const name = kind === 'number' ? removal.row.displayName : removal.row.name;
  const asked = { account, app, number }[kind];
  const onSuccess = () => {
    toast(t('remove.done', { name }));
    onClose();
    readAgain('business-accounts', 'apps', 'phone-numbers', 'mappings', 'projects', 'overview');
  };
  const confirm = () => {
    if (kind === 'account') account.mutate({ params: { path: { id: removal.row.businessId } } }, { onSuccess });
    else if (kind === 'app') app.mutate({ params: { path: { id: removal.row.id } } }, { onSuccess });
    else number.mutate({ params: { path: { id: removal.row.phoneNumberId } } }, { onSuccess });
  };
  return (
    <Confirm
      open
      onClose={onClose}
      title={t(`remove.${kind}`, { name })}
      action={t(`remove.${kind}Submit`)}
      onConfirm={confirm}
      busy={asked.isPending}
      problem={asked.error ? problemOf(asked.error) : undefined}
    >
      {removal.kind === 'number' ? t('remove.numberText', { count: removal.row.mappings }) : t(kind === 'app' ? 'remove.appText' : 'remove.accountText')}
    </Confirm>
  );
}
