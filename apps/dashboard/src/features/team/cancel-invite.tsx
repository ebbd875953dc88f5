import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { TeamInvite } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

export function CancelInvite({ invite, onClose }: { invite: TeamInvite; onClose: () => void }) {
  const t = useTranslations('team');
  const { email } = invite;
  const cancel = $api.useMutation('delete', '/api/v1/team/invites/{id}', {
    onSuccess: () => {
      toast(t('cancel.done', { email }));
      readAgain('team', 'plans');
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('cancel.title', { email })}
      action={t('cancel.submit')}
      onConfirm={() => cancel.mutate({ params: { path: { id: invite.id } } })}
      busy={cancel.isPending}
      problem={cancel.error ? problemOf(cancel.error) : undefined}
    >
      {t('cancel.text')}
    </Confirm>
  );
}
