import type { Schemas } from '@waypost/api-client';
import { MailPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/form.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Dot } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { toast } from '../../ui/toasts.tsx';
import { InviteDialog } from './invite-dialog.tsx';

type Invite = Schemas['RegistrationInviteView'];

/** Who was invited to register a tenant of their own. */
export function InvitesPanel() {
  const t = useTranslations('admin.invite');
  const [inviting, setInviting] = useState(false);
  const [cancelling, setCancelling] = useState<Invite | null>(null);
  const list = $api.useQuery('get', '/api/v1/registration-invites', { params: { query: { limit: 200 } } });
  const invites = list.data?.data;
  const invite = (
    <Button icon={Plus} onClick={() => setInviting(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <Panel title={t('title')} note={t('note')} aside={invite}>
        {list.error ? (
          <Failure problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
        ) : !invites ? (
          <Skeleton rows={4} />
        ) : invites.length === 0 ? (
          <Message icon={MailPlus} title={t('none')}>
            {t('noneHint')}
          </Message>
        ) : (
          <InvitesTable invites={invites} onCancel={setCancelling} />
        )}
      </Panel>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {cancelling && <CancelInvite invite={cancelling} onClose={() => setCancelling(null)} />}
    </>
  );
}

function InvitesTable({ invites, onCancel }: { invites: Invite[]; onCancel: (invite: Invite) => void }) {
  const t = useTranslations('admin.invite');
  const format = useFormatter();
  const now = useNow().getTime();
  return (
    <Scroll label={t('title')}>
      <table className="grid-table min-w-[720px] table-fixed">
        <thead>
          <tr>
            <th>{t('email')}</th>
            <th className="w-44">{t('tenantName')}</th>
            <th className="w-44">{t('state')}</th>
            <th className="end w-32">{t('sent')}</th>
            <th className="w-28">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {invites.map((invite) => {
            const { id, email, tenantName, createdAt, expiresAt, usedAt } = invite;
            const until = new Date(expiresAt);
            return (
              <tr key={id}>
                <td>
                  <span className="ltr font-mid">{email}</span>
                </td>
                <td dir="auto" className="aligned text-ink-2">{tenantName}</td>
                <td>
                  {usedAt ? (
                    <Dot tone="ok">{t('used')}</Dot>
                  ) : until.getTime() < now ? (
                    <Dot>{t('over')}</Dot>
                  ) : (
                    <Dot tone="info">{t('until', { day: format.dateTime(until, { day: 'numeric', month: 'short' }) })}</Dot>
                  )}
                </td>
                <td className="end text-ink-2">
                  <Ago at={createdAt} />
                </td>
                <td className="end">
                  {!usedAt && (
                    <Button size="xs" aria-label={t('cancelNamed', { email })} onClick={() => onCancel(invite)}>
                      {t('cancel')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function CancelInvite({ invite: { id, email }, onClose }: { invite: Invite; onClose: () => void }) {
  const t = useTranslations('admin.invite');
  const cancel = $api.useMutation('delete', '/api/v1/registration-invites/{id}', {
    onSuccess: () => {
      toast(t('cancelled', { email }));
      readAgain('registration-invites');
      onClose();
    },
  });
  return (
    <Confirm
      open
      onClose={onClose}
      title={t('cancelTitle', { email })}
      action={t('cancelDo')}
      busy={cancel.isPending}
      problem={cancel.error ? problemOf(cancel.error) : undefined}
      onConfirm={() => cancel.mutate({ params: { path: { id } } })}
    >
      {t('cancelWhat')}
    </Confirm>
  );
}
