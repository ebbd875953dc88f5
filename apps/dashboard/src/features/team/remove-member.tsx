import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { TeamMember } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMe } from '../../data/session.ts';
import { Confirm } from '../../ui/form.tsx';
import { toast } from '../../ui/toasts.tsx';

export function RemoveMember({ member, onClose }: { member: TeamMember; onClose: () => void }) {
  const t = useTranslations('team');
  const me = useMe();
  const own = member.userId === me.user.id;
  const remove = $api.useMutation('delete', '/api/v1/team/{userId}', {
    onSuccess: () => {
      // Whoever has left sees nothing of it any more.
      if (own) return location.assign('/app/');
      toast(t('remove.done', { name: member.name }));
      readAgain('team', 'plans');
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={own ? t('remove.titleOwn') : t('remove.title', { name: member.name })}
      action={own ? t('remove.submitOwn') : t('remove.submit')}
      onConfirm={() => remove.mutate({ params: { path: { userId: member.userId } } })}
      busy={remove.isPending}
      problem={remove.error ? problemOf(remove.error) : undefined}
    >
      {own ? t('remove.textOwn') : t('remove.text', { name: member.name })}
    </Confirm>
  );
}
