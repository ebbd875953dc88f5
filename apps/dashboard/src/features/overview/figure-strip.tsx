import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Sparkline } from '../../ui/sparkline.tsx';
import { classes } from '../../ui/classes.ts';
import { sum } from './chart-slots.ts';
import { durationOf } from './duration.ts';
import type { Figures, Overview } from './overview-data.ts';
import type { Range } from './overview-search.ts';
import { isLow, shareOf } from './share.ts';


/** Four figures that belong together, each with how it was in the window before. */
export function FigureStrip({ figures, hours, range }: { figures: Figures; hours: Overview['hours']; range: Range }) {
  const t = useTranslations('overview.figures');
  const format = useFormatter();
  const { previous } = figures;
  // What waits may have come long before the range: the hours say what of the range is not through.
  const share = shareOf({ delivered: figures.delivered, troubled: sum(hours.map(({ troubled }) => troubled)) });
  const shareBefore = shareOf({ delivered: previous.delivered, troubled: previous.failed + previous.waiting });
  const low = isLow(share);
  const count = (value: number) => format.number(value);
  const took = (ms: number | null) => (ms === null ? t('none') : t('took', { ...durationOf(ms) }));
  const half = figures.p50Ms === null ? null : durationOf(figures.p50Ms);
  const signed = (value: number, digits = 0) =>
    format.number(value, { signDisplay: 'exceptZero', maximumFractionDigits: digits, minimumFractionDigits: digits });
  const before = t('before', { range: t(`ranges.${range}`) });
  const change = (now: number, then: number, digits?: number) => (now === then ? t('same') : signed(now - then, digits));
  const hourShares = hours.map((hour) => shareOf(hour) ?? 1);
  return (
    <section aria-label={t('label')} className="grid grid-cols-1 gap-px overflow-hidden rounded-3 border border-line bg-line sm:grid-cols-2 xl:grid-cols-4">
      <Figure label={t('received')} value={count(figures.received)} unit={t('events')} line={<Line values={hours.map(({ received }) => received)} />}>
        {t('versus', { change: change(figures.received, previous.received), before })}
      </Figure>
      <Figure
        label={t('share')}
        bad={low}
        value={share === null ? t('none') : format.number(share, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 })}
        unit={share !== null && shareBefore !== null ? change(share * 100, shareBefore * 100, 2) : ''}
        line={<Line values={hourShares} max={1} bad={low} />}
      >
        {t('shareNote', { delivered: count(figures.delivered), failed: count(figures.failed) })}
      </Figure>
      <Figure label={t('waiting')} value={count(figures.waiting)} unit={t('deliveries', { count: figures.waiting })} line={<Line values={hours.map(({ troubled }) => troubled)} />}>
        {t('versus', { change: change(figures.waiting, previous.waiting), before })}
      </Figure>
      <Figure label={t('forward')} value={half ? count(half.value) : t('none')} unit={half ? t('p50', { unit: half.unit }) : ''}>
        {figures.p95Ms === null
          ? t('nothingForwarded')
          : t('p95', { p95: took(figures.p95Ms), hasBefore: String(previous.p50Ms !== null), p50Before: took(previous.p50Ms), before })}
      </Figure>
    </section>
  );
}

const Line = ({ values, max, bad }: { values: number[]; max?: number; bad?: boolean }) =>
  values.length > 1 ? <Sparkline values={values} max={max} bad={bad} /> : null;

interface FigureProps {
  label: string;
  value: string;
  unit: string;
  bad?: boolean;
  line?: ReactNode;
  children: ReactNode;
}

function Figure({ label, value, unit, bad, line, children }: FigureProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-2 bg-surface-1 px-4 py-3">
      <h2 className="text-12 font-mid text-ink-2">{label}</h2>
      <div className="row-span-2 self-end">{line}</div>
      <p className="flex h-7 items-baseline gap-1.5 whitespace-nowrap">
        <b className={classes('num text-20 font-strong tracking-[-0.017em]', bad && 'text-bad')}>{value}</b>
        <span className="num text-ink-3">{unit}</span>
      </p>
      <p className="num col-span-2 text-12 text-ink-3 sm:truncate">{children}</p>
    </div>
  );
}
