import type { Schemas } from '@waypost/api-client';
import { useEffect } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { readAgain } from '../../data/read-again.ts';
import { useMay } from '../../data/session.ts';
import { Button } from '../../ui/button.tsx';
import { toast } from '../../ui/toasts.tsx';

type Bulk = Schemas['BulkView'];
const LATEST = 10;

/** Whose end is told: those begun here, however soon they end, and those seen running. */
const watched = new Set<string>();
export const watchBulk = (id: string) => watched.add(id);

/** Retries and replays that run, whoever began them and whenever; says when one has ended. */
export function BulkProgress() {
  const t = useTranslations('deliveries');
  const { data } = $api.useQuery('get', '/api/v1/bulk-operations', { params: { query: { limit: LATEST } } });
  useEffect(() => {
    for (const { id, state, kind, affected } of data?.data ?? []) {
      if (state === 'running') watched.add(id);
      else if (watched.delete(id)) {
        toast(t(state === 'done' ? 'bulkDone' : 'bulkStopped', { kind, count: affected }));
        void readAgain('deliveries', 'events');
      }
    }
  }, [data, t]);
  const running = data?.data.filter(({ state }) => state === 'running') ?? [];
  if (running.length === 0) return null;
  return (
    <ul aria-label={t('bulkRunning')} className="border-b border-line bg-surface-2">
      {running.map((operation) => (
        <Running key={operation.id} operation={operation} />
      ))}
    </ul>
  );
}

function Running({ operation: { id, kind, total, processed } }: { operation: Bulk }) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const may = useMay('deliveries:write');
  const cancel = $api.useMutation('post', '/api/v1/bulk-operations/{id}/cancel');
  const stop = () =>
    cancel.mutate(
      { params: { path: { id } } },
      {
        onSuccess: () => void readAgain('bulk-operations'),
        onError: (error) => toast(problemOf(error).title, { tone: 'bad', detail: problemOf(error).detail }),
      },
    );
  const label = t('bulkTitle', { kind, count: total });
  return (
    <li className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1">
      <span className="font-mid">{label}</span>
      <progress
        aria-label={label}
        max={Math.max(1, total)}
        value={processed}
        className="h-1.5 min-w-24 flex-1 overflow-hidden rounded-full accent-brand [&::-moz-progress-bar]:bg-brand [&::-webkit-progress-bar]:bg-surface-3 [&::-webkit-progress-value]:bg-brand"
      />
      <span className="num text-12 text-ink-2">
        {t('bulkSoFar', { done: format.number(processed), total: format.number(total) })}
      </span>
      {may && (
        <Button size="xs" busy={cancel.isPending} onClick={stop}>
          {t('bulkCancel', { kind })}
        </Button>
      )}
    </li>
  );
}
