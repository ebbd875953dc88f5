import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { ApiKey } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

export function DeleteKey({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const { id, name } = apiKey;
  const remove = $api.useMutation('delete', '/api/v1/api-keys/{id}', {
    onSuccess: () => {
      toast(t('delete.done', { name }));
      readAgain('api-keys', 'plans');
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('delete.title', { name })}
      action={t('delete.submit')}
      onConfirm={() => remove.mutate({ params: { path: { id } } })}
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
    >
      {t('delete.text')}
    </Confirm>
  );
}
