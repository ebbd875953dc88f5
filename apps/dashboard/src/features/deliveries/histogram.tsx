import { X } from 'lucide-react';
import { keepPreviousData } from '@tanstack/react-query';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { type Bar, chosenBars, HEIGHT, pathOf, totalsOf, WIDTH } from './bars.ts';
import { BARS, filterOf, sieveOf, spanOf } from './delivery-filter.ts';
import type { DeliverySearch } from './delivery-search.ts';
import { useSpanText } from './span-text.ts';
import { TimeAxis } from './time-axis.tsx';
import { useBrush } from './use-brush.ts';
import type { Change } from './use-delivery-search.ts';

/** How many there were when: delivered pale, trouble red from the base line. Dragging over it chooses a time. */
export function Histogram({ search, change }: { search: DeliverySearch; change: Change }) {
  const t = useTranslations('deliveries');
  const now = useNow({ updateInterval: 15_000 });
  // Beside what is in trouble stands what is not.
  const { states: _states, ...sieve } = sieveOf(search);
  const span = spanOf(search, now.getTime());
  const query = { ...filterOf(sieve), ...span, buckets: BARS };
  const { data } = $api.useQuery(
    'get',
    '/api/v1/deliveries/histogram',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  const bars: Bar[] = data?.buckets ?? [];
  const bucketMs = data?.bucketMs ?? 1;
  const chosen = chosenBars(bars, bucketMs, search.since, search.until);
  const endOf = (bar: Bar | undefined) => bar && new Date(Date.parse(bar.at) + bucketMs).toISOString();
  const choose = (within: [number, number] | null) => {
    const first = within && bars[within[0]];
    const last = within && bars[within[1]];
    if (!first || !last) return change({ since: undefined, until: undefined });
    change({ since: first.at, until: endOf(last) });
  };
  const brush = useBrush({ count: Math.max(1, bars.length), chosen, onChoose: choose });
  const within = brush.draft ?? chosen;
  const pointed = brush.hovering && !brush.draft ? bars[brush.cursor] : undefined;
  const unit = bucketMs < 60_000 ? 'seconds' : bucketMs < 3_600_000 ? 'minutes' : 'hours';
  const perBar = t(`perBar.${unit}`, {
    n: bucketMs / { seconds: 1_000, minutes: 60_000, hours: 3_600_000 }[unit],
  });
  const spanText = useSpanText();
  const drawn = brush.draft ? spanText(bars[brush.draft[0]]?.at, endOf(bars[brush.draft[1]])) : null;
  const shown = drawn ?? (chosen ? spanText(search.since, search.until) : null);
  const words = (bar: Bar | undefined) =>
    bar
      ? t('barWords', {
          span: spanText(bar.at, endOf(bar)),
          delivered: bar.delivered,
          troubled: bar.troubled,
          open: bar.open,
        })
      : '';

  return (
    <div className="mx-4 border-t border-line pt-2.5 pb-1">
      <div className="mb-2 flex min-h-6 flex-wrap items-center gap-x-3 text-12 text-ink-2">
        {shown && (
          <span className="flex items-center gap-1.5">
            {t.rich('selected', { span: shown, b: (text) => <b className="font-mid text-ink">{text}</b> })}
            <Button look="bare" size="xs" icon={X} iconOnly onClick={() => choose(null)}>
              {t('clearTime')}
            </Button>
          </span>
        )}
        {pointed ? <span className="num">{words(pointed)}</span> : data && !shown && <span>{perBar}</span>}
        {data && <Legend {...totalsOf(bars, within)} />}
      </div>
      <div
        role="slider"
        tabIndex={0}
        aria-label={t('histogram')}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, bars.length) - 1}
        aria-valuenow={brush.cursor}
        aria-valuetext={words(bars[brush.cursor])}
        {...brush.handlers}
        className="group relative h-[88px] touch-pan-y select-none focus-visible:outline-offset-4"
      >
        <svg
          aria-hidden
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block size-full rtl:-scale-x-100"
        >
          <path d={pathOf(bars, 'open')} className="fill-line-2" />
          <path d={pathOf(bars, 'delivered')} className="fill-chart-2" />
          {within && <path d={pathOf(bars, 'delivered', within)} className="fill-chart-1" />}
          <path d={pathOf(bars, 'troubled')} className="fill-bad-fill" />
        </svg>
        {within && <Brush from={within[0] / bars.length} to={(within[1] + 1) / bars.length} />}
        {bars.length > 0 && (
          <span
            className={classes(
              'pointer-events-none absolute -inset-y-1 bg-ink/5',
              !brush.hovering && 'hidden group-focus-visible:block',
            )}
            style={{ insetInlineStart: `${(brush.cursor / bars.length) * 100}%`, width: `${100 / bars.length}%` }}
          />
        )}
      </div>
      <TimeAxis since={data?.since} until={data?.until} />
    </div>
  );
}

function Brush({ from, to }: { from: number; to: number }) {
  return (
    <span
      className="pointer-events-none absolute -top-1 bottom-0 border-x-[1.5px] border-brand bg-brand/8"
      style={{ insetInlineStart: `${from * 100}%`, insetInlineEnd: `${(1 - to) * 100}%` }}
    >
      <span className="absolute -start-1 top-[38px] h-4 w-1.5 rounded-full bg-brand" />
      <span className="absolute -end-1 top-[38px] h-4 w-1.5 rounded-full bg-brand" />
    </span>
  );
}

function Legend({ delivered, troubled, open }: Omit<Bar, 'at'>) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const parts = [
    { label: t('legend.delivered'), count: delivered, fill: 'bg-chart-2' },
    { label: t('legend.troubled'), count: troubled, fill: 'bg-bad-fill' },
    ...(open > 0 ? [{ label: t('legend.open'), count: open, fill: 'bg-line-2' }] : []),
  ];
  return (
    <span className="ms-auto flex flex-wrap gap-x-3">
      {parts.map(({ label, count, fill }) => (
        <span key={label} className="flex items-center gap-1.5">
          <i className={classes('size-2 rounded-[2px]', fill)} />
          {label} <b className="num font-mid text-ink">{format.number(count)}</b>
        </span>
      ))}
    </span>
  );
}
