import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import type { Slot } from './chart-slots.ts';
import { useSpan } from './use-span.ts';

/** The figures of one column, beside it; said aloud too. */
export function ChartTip({ slot, at }: { slot: Slot; at: number }) {
  const t = useTranslations('overview.chart');
  const format = useFormatter();
  const span = useSpan();
  const rows = [
    ...(slot.received === null ? [] : [[t('received'), slot.received] as const]),
    [t('delivered'), slot.delivered] as const,
    [t('troubled'), slot.troubled] as const,
  ];
  return (
    <div
      role="status"
      style={at < 0.5 ? { insetInlineStart: `calc(${at * 100}% + 20px)` } : { insetInlineEnd: `calc(${(1 - at) * 100}% + 20px)` }}
      className={classes('pointer-events-none absolute top-1 z-10 min-w-37 rounded-2 bg-surface-1 px-3 py-2 text-12 shadow-float dark:bg-surface-2')}
    >
      <p className="font-strong whitespace-nowrap">{span(slot)}</p>
      {rows.map(([label, value]) => (
        <p key={label} className="num flex justify-between gap-3 text-ink-2">
          {label} <b className="font-mid text-ink">{format.number(value)}</b>
        </p>
      ))}
    </div>
  );
}
