import { Ellipsis, Send, Trash2 } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import type { TeamInvite } from '../../data/lists.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { toast } from '../../ui/toasts.tsx';

interface Props {
  invites: TeamInvite[];
  mayWrite: boolean;
  onCancel: (invite: TeamInvite) => void;
}

export function InviteTable({ invites, mayWrite, onCancel }: Props) {
  const t = useTranslations('team');
  const s = useTranslations('shell');
  const format = useFormatter();
  const now = useNow();
  const resend = $api.useMutation('post', '/api/v1/team/invites/{id}/resend', {
    onSuccess: ({ email }) => {
      toast(t('invites.resent', { email }));
      readAgain('team/invites');
    },
    onError: (error) => {
      const { title, detail } = problemOf(error);
      toast(title, { tone: 'bad', detail });
    },
  });
  if (invites.length === 0) return <p className="px-4 py-4 text-ink-2">{t('invites.none')}</p>;
  return (
    <Scroll label={t('invites.title')}>
      <table className="grid-table tall table-fixed md:min-w-[760px]" aria-label={t('invites.title')}>
        <thead>
          <tr>
            <th>{t('email')}</th>
            <th className="w-48 max-md:w-28">{t('role')}</th>
            <th className="w-36 max-md:hidden">{t('invites.sent')}</th>
            <th className="w-64 max-md:hidden">{t('invites.until')}</th>
            {mayWrite && (
              <th className="w-14 pointer-coarse:w-18">
                <span className="sr-only">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {invites.map((invite) => {
            const until = new Date(invite.expiresAt);
            return (
              <tr key={invite.id} data-row={invite.id}>
                <td>
                  <span dir="auto" className="aligned block truncate font-mid">{invite.email}</span>
                  <span dir="auto" className="aligned block truncate text-12 text-ink-2">{t('invites.by', { name: invite.invitedByName })}</span>
                </td>
                <td>{s(`roles.${invite.role}`)}</td>
                <td className="text-ink-2 max-md:hidden">
                  <Ago at={invite.sentAt} />
                </td>
                <td className="text-ink-2 max-md:hidden">
                  {until < now ? <Tag tone="warn">{t('invites.over')}</Tag> : format.dateTime(until, { dateStyle: 'medium', timeStyle: 'short' })}
                </td>
                {mayWrite && (
                  <td className="end">
                    <Menu
                      trigger={
                        <Button size="xs" look="bare" icon={Ellipsis} iconOnly busy={resend.isPending && resend.variables.params.path.id === invite.id}>
                          {t('invites.menu', { email: invite.email })}
                        </Button>
                      }
                    >
                      <MenuItem icon={Send} onSelect={() => resend.mutate({ params: { path: { id: invite.id } } })}>
                        {t('invites.resend')}
                      </MenuItem>
                      <MenuDivider />
                      <MenuItem icon={Trash2} danger onSelect={() => onCancel(invite)}>
                        {t('cancel.open')}
                      </MenuItem>
                    </Menu>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
