import { Ellipsis, LogOut, ShieldCheck, Trash2, UserCog } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import type { TeamMember } from '../../data/lists.ts';
import { useMe } from '../../data/session.ts';
import { Initials } from '../../shell/initials.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, MenuDivider, MenuItem } from '../../ui/menu.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Dot, Tag } from '../../ui/tag.tsx';

interface Props {
  members: TeamMember[];
  mayWrite: boolean;
  onAct: (act: 'role' | 'remove', member: TeamMember) => void;
}

export function MemberTable({ members, mayWrite, onAct }: Props) {
  const t = useTranslations('team');
  const s = useTranslations('shell');
  const format = useFormatter();
  const me = useMe();
  return (
    <Scroll label={t('members.title')}>
      <table className="grid-table tall table-fixed md:min-w-[760px]" aria-label={t('members.title')}>
        <thead>
          <tr>
            <th>{t('name')}</th>
            <th className="w-48 max-md:w-28">{t('role')}</th>
            <th className="w-36 max-md:hidden">{t('emailState')}</th>
            <th className="w-32 max-md:hidden">{t('authenticator')}</th>
            <th className="w-32 max-md:hidden">{t('joined')}</th>
            {mayWrite && (
              <th className="w-14 pointer-coarse:w-18">
                <span className="sr-only">{t('actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => {
            const own = member.userId === me.user.id;
            return (
              <tr key={member.userId} data-row={member.userId}>
                <td>
                  <span className="flex min-w-0 items-center gap-2.5">
                    <Initials name={member.name} round />
                    <span className="min-w-0">
                      <span className="flex min-w-0 items-center gap-2">
                        <span dir="auto" className="aligned truncate font-mid">{member.name}</span>
                        {own && <Tag tone="brand">{t('you')}</Tag>}
                        {member.status === 'disabled' && <Tag tone="warn">{t('disabled')}</Tag>}
                      </span>
                      <span dir="auto" className="aligned block truncate text-12 text-ink-2">{member.email}</span>
                    </span>
                  </span>
                </td>
                <td>{s(`roles.${member.role}`)}</td>
                <td className="max-md:hidden">
                  <Dot tone={member.emailVerified ? 'ok' : 'warn'}>{t(member.emailVerified ? 'verified' : 'notVerified')}</Dot>
                </td>
                <td className="max-md:hidden">
                  {member.hasTotp ? (
                    <span className="inline-flex items-center gap-1.5">
                      <ShieldCheck aria-hidden className="size-4 text-ok" strokeWidth={1.5} />
                      {t('on')}
                    </span>
                  ) : (
                    <span className="text-ink-3">{t('off')}</span>
                  )}
                </td>
                <td className="text-ink-2 max-md:hidden">{format.dateTime(new Date(member.joinedAt), { dateStyle: 'medium' })}</td>
                {mayWrite && (
                  <td className="end">
                    <Menu
                      trigger={
                        <Button size="xs" look="bare" icon={Ellipsis} iconOnly>
                          {t('members.menu', { name: member.name })}
                        </Button>
                      }
                    >
                      <MenuItem icon={UserCog} onSelect={() => onAct('role', member)}>
                        {t('change.open')}
                      </MenuItem>
                      <MenuDivider />
                      <MenuItem icon={own ? LogOut : Trash2} danger onSelect={() => onAct('remove', member)}>
                        {t(own ? 'remove.openOwn' : 'remove.open')}
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
