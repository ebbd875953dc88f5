import { useMutation } from '@tanstack/react-query';
import type { Schemas } from '@waypost/api-client';
import { Monitor, Smartphone } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { toast } from '../../ui/toasts.tsx';
import { deviceOf } from './device.ts';

type Session = Schemas['SessionItem'];

/** Where somebody is signed in. */
export function SessionsSection() {
  const t = useTranslations('profile');
  const sessions = $api.useQuery('get', '/api/v1/auth/sessions', { params: { query: { limit: 200 } } });
  const end = useMutation({
    mutationFn: async (ended: Session[]) => {
      for (const { id } of ended) {
        const { error } = await api.DELETE('/api/v1/auth/sessions/{id}', { params: { path: { id } } });
        // One that has ended by itself meanwhile is what was asked for.
        if (error && problemOf(error).status !== 404) throw error;
      }
      return ended.length;
    },
    onSuccess: (count) => toast(t('sessions.ended', { count })),
    onError: (error) => {
      const { title, detail } = problemOf(error);
      toast(title, { tone: 'bad', detail });
    },
    onSettled: () => readAgain('auth/sessions'),
  });
  // This one first.
  const rows = sessions.data?.data.toSorted((a, b) => Number(b.current) - Number(a.current));
  const others = rows?.filter(({ current }) => !current) ?? [];
  const ending = end.isPending ? end.variables : [];
  return (
    <Panel
      title={t('sessions.title')}
      aside={
        others.length > 0 && (
          <Button size="xs" busy={ending.length > 1} onClick={() => end.mutate(others)}>
            {t('sessions.endOthers', { count: others.length })}
          </Button>
        )
      }
    >
      {rows ? (
        <ul className="divide-y divide-line">
          {rows.map((session) => (
            <SessionRow key={session.id} session={session} busy={ending.includes(session)} onEnd={() => end.mutate([session])} />
          ))}
        </ul>
      ) : sessions.error ? (
        <Failure problem={problemOf(sessions.error)} onRetry={() => void sessions.refetch()} />
      ) : (
        <Skeleton rows={2} />
      )}
    </Panel>
  );
}

function SessionRow({ session, busy, onEnd }: { session: Session; busy: boolean; onEnd: () => void }) {
  const t = useTranslations('profile');
  const format = useFormatter();
  const { program, system } = deviceOf(session.userAgent);
  const device = program && system ? t('sessions.device', { program, system }) : (program ?? t('sessions.unknown'));
  const Icon = system === 'iPhone' || system === 'Android' || system === 'iPad' ? Smartphone : Monitor;
  return (
    <li data-row={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.5} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-mid" title={session.userAgent ?? undefined}>
            {device}
          </span>
          {session.current && <Tag tone="brand">{t('sessions.current')}</Tag>}
        </p>
        <p className="flex flex-wrap gap-x-3 text-12 text-ink-2">
          <span className="mono ltr">{session.address}</span>
          <span>{t('sessions.since', { time: format.dateTime(new Date(session.createdAt), { dateStyle: 'medium', timeStyle: 'short' }) })}</span>
          <span>{t.rich('sessions.used', { ago: () => <Ago at={session.lastUsedAt} /> })}</span>
        </p>
      </div>
      {!session.current && (
        <Button size="xs" busy={busy} aria-label={t('sessions.endNamed', { device })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
