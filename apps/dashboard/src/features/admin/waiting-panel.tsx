import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { type Tenant, useKeptAside, useMail } from './platform-data.ts';

function Row({ title, note, action }: { title: ReactNode; note: ReactNode; action?: ReactNode }) {
  return (
    <li className="flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-0">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-mid">{title}</span>
        <span className="block text-12 text-ink-2">{note}</span>
      </span>
      {action}
    </li>
  );
}

interface Props {
  /** Absent while they are not read. */
  suspended: Tenant[] | undefined;
  onResume: (tenant: Tenant) => void;
}

/** What stands still until an operator acts. */
export function WaitingPanel({ suspended, onResume }: Props) {
  const t = useTranslations('admin.operator');
  const format = useFormatter();
  const { subjects, bodies: kept, isPending, error, refetch } = useKeptAside();
  const mail = useMail();
  const mailStuck = mail.data && (!mail.data.configured || (mail.data.lastError !== null && mail.data.waiting > 0)) ? mail.data : undefined;
  const more = Math.max(0, subjects.length - 3);
  const count = subjects.length + (kept.length > 0 ? 1 : 0) + (suspended?.length ?? 0) + (mailStuck ? 1 : 0);
  return (
    <Panel title={t('title')} note={count > 0 ? <Tag tone="warn">{format.number(count)}</Tag> : undefined}>
      {error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : isPending || mail.isPending || !suspended ? (
        <Skeleton rows={3} />
      ) : count === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('none')}</p>
      ) : (
        <ul>
          {subjects.slice(0, 3).map((entry) => (
            <Row
              key={entry.subject}
              title={
                <>
                  {entry.kind === 'number' ? t('number') : t('account')} <span className="mono ltr">{entry.phoneNumber === null ? entry.subject : phoneText(entry.phoneNumber)}</span>
                </>
              }
              note={
                <>
                  {t('kept', { count: entry.webhooks })} <Ago at={entry.firstAt} />
                </>
              }
              action={
                <Link to="/admin/unclaimed" search={{ subject: entry.subject }} className={buttonClass({})}>
                  {entry.kind === 'number' ? t('assign') : t('look')}
                </Link>
              }
            />
          ))}
          {more > 0 && (
            <Row
              title={t('moreUnclaimed', { count: more })}
              note={t('moreUnclaimedNote')}
              action={
                <Link to="/admin/unclaimed" className={buttonClass({})}>
                  {t('showAll')}
                </Link>
              }
            />
          )}
          {kept.length > 0 && (
            <Row
              title={t('quarantine', { count: kept.length })}
              note={t(`reason.${kept[0]?.reason ?? 'failed'}`)}
              action={
                <Link to="/admin/quarantine" className={buttonClass({})}>
                  {t('lookBodies', { count: kept.length })}
                </Link>
              }
            />
          )}
          {mailStuck && (
            <Row
              title={mailStuck.configured ? t('mailStuck', { count: mailStuck.waiting }) : t('mailOff')}
              note={mailStuck.configured ? <span dir="auto" className="aligned break-words">{mailStuck.lastError}</span> : t('mailOffNote', { count: mailStuck.waiting })}
            />
          )}
          {suspended.map((tenant) => (
            <Row
              key={tenant.id}
              title={t('suspended', { name: tenant.name })}
              note={
                <>
                  {t('suspendedNote')} <Ago at={tenant.suspendedAt} />
                </>
              }
              action={<Button onClick={() => onResume(tenant)}>{t('resume')}</Button>}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
