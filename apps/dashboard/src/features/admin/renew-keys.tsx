import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Checkbox } from '../../ui/field.tsx';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

/** Wraps all data keys under the present root key; if wanted, seals all secrets anew. */
export function RenewKeys({ onClose }: { onClose: () => void }) {
  const t = useTranslations('admin.keys');
  const [newDataKeys, setNewDataKeys] = useState(false);
  const renew = $api.useMutation('post', '/api/v1/system/keys/rewrap', {
    onSuccess: () => {
      toast(t('renewing'));
      readAgain('system/keys');
      onClose();
    },
  });
  return (
    <Confirm
      open
      danger={false}
      onClose={onClose}
      title={t('renewTitle')}
      action={t('renewDo')}
      busy={renew.isPending}
      problem={renew.error ? problemOf(renew.error) : undefined}
      onConfirm={() => renew.mutate({ body: { newDataKeys } })}
    >
      <p>{t('renewWhat')}</p>
      <label className="mt-3 flex min-h-8 items-center gap-2.5 text-ink pointer-coarse:min-h-11">
        <Checkbox checked={newDataKeys} onChange={(event) => setNewDataKeys(event.target.checked)} />
        <span>
          {t('newDataKeys')}
          <span className="block text-12 text-ink-3">{t('newDataKeysHint')}</span>
        </span>
      </label>
    </Confirm>
  );
}
