import type { ReactNode } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Kbd } from '../../ui/kbd.tsx';
import type { DeliveryFilter } from './delivery-filter.ts';

/** "412 of 128,406 deliveries, oldest 40 min", and what the keys do. */
export function ListFooter({ filter }: { filter: DeliveryFilter }) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const { since, until, ...asked } = filter;
  const narrowed = Object.keys(asked).length > 0;
  const times = { ...(since && { since }), ...(until && { until }) };
  const met = $api.useQuery('get', '/api/v1/deliveries/count', { params: { query: filter } });
  const all = $api.useQuery(
    'get',
    '/api/v1/deliveries/count',
    { params: { query: times } },
    { enabled: narrowed },
  );
  const { count, oldestAt } = met.data ?? {};
  return (
    <footer className="bottom-0 mt-auto flex min-h-10 bg-surface-1 max-md:sticky shrink-0 flex-wrap items-center gap-x-3 border-t border-line px-4 text-12 text-ink-2">
      <span className="num font-mid">
        {count !== undefined &&
          (narrowed && all.data ? t('countOf', { count, all: all.data.count }) : t('count', { count }))}
      </span>
      {oldestAt && (
        <span className="num text-ink-3">
          {t('oldest', { ago: format.relativeTime(new Date(oldestAt), now) })}
        </span>
      )}
      <KeyHints
        hints={[
          [['J', 'K'], t('keys.move')],
          [['↵'], t('keys.open')],
          [['R'], t('keys.retry')],
          [['X'], t('keys.tick')],
        ]}
      />
    </footer>
  );
}

export function KeyHints({ hints }: { hints: [string[], ReactNode][] }) {
  return (
    <span className="ms-auto hidden items-center gap-1.5 text-ink-3 lg:flex pointer-coarse:hidden">
      {hints.map(([keys, label]) => (
        <span key={keys.join('')} className="ms-1.5 flex items-center gap-1">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {label}
        </span>
      ))}
    </span>
  );
}
