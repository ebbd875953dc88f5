import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { isRightToLeft } from '../../ui/direction.ts';
import { Panel } from '../../ui/panel.tsx';
import { ChartColumns } from './chart-columns.tsx';
import { ChartTip } from './chart-tip.tsx';
import { chartSlots, roundTop, sum } from './chart-slots.ts';
import { ChartTable } from './chart-table.tsx';
import type { Overview } from './overview-data.ts';
import type { Range } from './overview-search.ts';

/** What came and what became of it. Pointer or arrow keys choose a column; the same figures stand in a table for the ear. */
export function HourChart({ overview, range }: { overview: Overview; range: Range }) {
  const t = useTranslations('overview.chart');
  const format = useFormatter();
  const navigate = useNavigate();
  const [active, setActive] = useState<number | null>(null);
  const slots = chartSlots(overview, range);
  const top = roundTop(Math.max(0, ...slots.map(({ received, delivered, troubled }) => Math.max(received ?? 0, delivered + troubled))));
  const shown = active === null ? undefined : slots[active];
  const counted = slots.some(({ received }) => received !== null);
  const open = (index: number) => {
    const slot = slots[index];
    if (!slot) return;
    const search = { since: new Date(slot.from).toISOString(), until: new Date(slot.to).toISOString() };
    void navigate({ to: '/deliveries', search });
  };
  const onKey = (event: KeyboardEvent) => {
    const onward = isRightToLeft(event.currentTarget) ? -1 : 1;
    const steps: Record<string, number> = { ArrowLeft: -onward, ArrowRight: onward, Home: -slots.length, End: slots.length };
    const step = steps[event.key];
    if (event.key === 'Escape') setActive(null);
    if (event.key === 'Enter' && active !== null) open(active);
    if (step === undefined) return;
    event.preventDefault();
    const from = active ?? (step > 0 ? -1 : slots.length);
    setActive(Math.min(slots.length - 1, Math.max(0, from + step)));
  };
  const total = (of: (slot: (typeof slots)[number]) => number) => format.number(sum(slots.map(of)));
  return (
    <Panel
      className="flex flex-col"
      title={t(`title.${range}`)}
      aside={
        <span className="flex flex-wrap justify-end gap-x-4 text-12 text-ink-2">
          {counted && <Key swatch="bg-chart-1" label={t('received')} value={format.number(overview.figures.received)} />}
          <Key swatch="bg-chart-2" label={t('delivered')} value={total(({ delivered }) => delivered)} />
          <Key swatch="bg-bad-fill" label={t('troubled')} value={total(({ troubled }) => troubled)} />
        </span>
      }
    >
      <div className="grid flex-1 grid-cols-[32px_minmax(0,1fr)] gap-x-2 px-4 pt-4 pb-2.5">
        <div aria-hidden className="num flex h-38 flex-col justify-between text-end text-12 leading-px text-ink-3">
          {[4, 3, 2, 1, 0].map((part) => (
            <span key={part}>{format.number((top * part) / 4, { notation: 'compact' })}</span>
          ))}
        </div>
        <div
          role="group"
          aria-label={t('label')}
          aria-roledescription={t('role')}
          tabIndex={0}
          className="relative h-38 rounded-1"
          onKeyDown={onKey}
          onClick={() => active !== null && open(active)}
          onBlur={() => setActive(null)}
          onPointerLeave={() => setActive(null)}
          onPointerMove={({ clientX, currentTarget }) => {
            const box = currentTarget.getBoundingClientRect();
            const at = (clientX - box.left) / box.width;
            const along = isRightToLeft(currentTarget) ? 1 - at : at;
            setActive(Math.min(slots.length - 1, Math.max(0, Math.floor(along * slots.length))));
          }}
        >
          <ChartColumns slots={slots} top={top} active={active} />
          {shown && active !== null && <ChartTip slot={shown} at={(active + 0.5) / slots.length} />}
        </div>
        <Axis slots={slots} range={range} />
      </div>
      <ChartTable slots={slots} />
    </Panel>
  );
}

function Key({ swatch, label, value }: { swatch: string; label: string; value: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <i aria-hidden className={`size-2 rounded-xs ${swatch}`} />
      {label} <b className="num font-mid text-ink">{value}</b>
    </span>
  );
}

/** Every few columns a time, where the column begins. */
function Axis({ slots, range }: { slots: ReturnType<typeof chartSlots>; range: Range }) {
  const format = useFormatter();
  const every = range === 168 ? 4 : Math.max(1, Math.ceil(slots.length / 8));
  return (
    <div aria-hidden className="num col-start-2 flex pt-1.5 text-12 text-ink-3">
      {slots
        .filter((_, index) => index % every === 0)
        .map(({ from }, index) => (
          <span key={from} style={{ width: `${(100 * every) / slots.length}%` }} className={index % 2 === 1 ? 'invisible sm:visible' : undefined}>
            <span className="whitespace-nowrap">
              {format.dateTime(new Date(from), range === 168 ? { weekday: 'short', day: 'numeric' } : { hour: '2-digit', minute: '2-digit', hour12: false })}
            </span>
          </span>
        ))}
    </div>
  );
}
