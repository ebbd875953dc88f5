import { useNavigate, useSearch } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { type TeamInvite, type TeamMember, useInvites, useTeam } from '../../data/lists.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { CancelInvite } from './cancel-invite.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { InviteTable } from './invite-table.tsx';
import { MemberTable } from './member-table.tsx';
import { RemoveMember } from './remove-member.tsx';
import { RoleDialog } from './role-dialog.tsx';

type Chosen = { act: 'role' | 'remove'; member: TeamMember } | { act: 'cancel'; invite: TeamInvite };

/** Who works in the tenant, and who is invited to. */
export function TeamPage() {
  const t = useTranslations('team');
  const s = useTranslations('shell');
  const mayWrite = useMay('team:write');
  const { invite } = useSearch({ from: '/tenant/team' });
  const navigate = useNavigate({ from: '/team' });
  const members = useTeam();
  const invites = useInvites();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const inviting = (open: boolean) => void navigate({ search: { invite: open ? 'new' : undefined }, replace: true });
  useShortcuts({ n: () => mayWrite && inviting(true) });
  const close = () => setChosen(null);
  // Both or neither: what stands below would move otherwise.
  const ready = members.data && invites.data;
  const error = members.error ?? invites.error;
  const again = () => void Promise.all([members.refetch(), invites.refetch()]);
  return (
    <Page
      title={t('title')}
      crumb={s('settings')}
      actions={
        mayWrite && (
          <Button look="primary" icon={UserPlus} onClick={() => inviting(true)}>
            {t('invite.open')}
          </Button>
        )
      }
    >
      {ready ? (
        <div className="flex flex-col gap-4">
          <Panel title={t('members.title')} note={t('members.count', { count: members.data.length })}>
            <MemberTable members={members.data} mayWrite={mayWrite} onAct={(act, member) => setChosen({ act, member })} />
          </Panel>
          <Panel title={t('invites.title')}>
            <InviteTable invites={invites.data} mayWrite={mayWrite} onCancel={(one) => setChosen({ act: 'cancel', invite: one })} />
          </Panel>
        </div>
      ) : error ? (
        <Failure problem={problemOf(error)} onRetry={again} />
      ) : (
        <Skeleton rows={5} className="rounded-3 border border-line" />
      )}
      {invite !== undefined && mayWrite && <InviteDialog onClose={() => inviting(false)} />}
      {chosen?.act === 'role' && <RoleDialog member={chosen.member} onClose={close} />}
      {chosen?.act === 'remove' && <RemoveMember member={chosen.member} onClose={close} />}
      {chosen?.act === 'cancel' && <CancelInvite invite={chosen.invite} onClose={close} />}
    </Page>
  );
}
