import { useFormatter, useTranslations } from 'use-intl';
import { useQueryClient } from '@tanstack/react-query';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { toast } from '../../ui/toasts.tsx';

/** What the processes keep in memory. */
export function CachePanel() {
  const t = useTranslations('admin.cache');
  const format = useFormatter();
  const queries = useQueryClient();
  const stats = $api.useQuery('get', '/api/v1/system/cache/stats', {}, { refetchInterval: 10_000 });
  const clear = $api.useMutation('post', '/api/v1/system/cache/clear', {
    onSuccess: ({ cleared, pending }) => {
      toast(t('cleared', { count: cleared }), pending > 0 ? { tone: 'bad', detail: t('pending', { count: pending }) } : {});
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/system/cache/stats'] });
    },
    onError: (error) => toast(t('notCleared'), { tone: 'bad', detail: problemOf(error).detail }),
  });
  const byName = new Map<string, { entries: number; hits: number; asked: number }>();
  for (const { caches } of stats.data?.processes ?? []) {
    for (const { name, entries, hits, misses } of caches) {
      const sum = byName.get(name) ?? { entries: 0, hits: 0, asked: 0 };
      byName.set(name, { entries: sum.entries + entries, hits: sum.hits + hits, asked: sum.asked + hits + misses });
    }
  }
  const rate = stats.data?.totals.hitRate;
  const share = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Panel title={t('title')} note={rate == null ? undefined : t('hits', { share: share(rate) })} aside={<Button size="xs" busy={clear.isPending} onClick={() => clear.mutate({})}>{t('clear')}</Button>}>
      {stats.error ? (
        <Failure problem={problemOf(stats.error)} onRetry={() => void stats.refetch()} />
      ) : !stats.data ? (
        <Skeleton rows={3} />
      ) : (
        <ul>
          {[...byName].map(([name, { entries, hits, asked }]) => (
            <li key={name} className="flex min-h-9 items-center gap-3 border-b border-line px-4">
              <span className="mono">{name}</span>
              <span className="num ms-auto text-ink-2">{t('entries', { count: entries })}</span>
              <span className="num w-14 text-end text-ink-2">{asked > 0 ? share(hits / asked) : t('unused')}</span>
            </li>
          ))}
          <li className="px-4 py-2 text-12 text-ink-2">{t('processes', { count: stats.data.processes.length })}</li>
        </ul>
      )}
    </Panel>
  );
}
