import { useFormatter, useTranslations } from 'use-intl';
import type { Figures, Tick } from './use-routing.ts';

/** The share of what a project got in a day of all that was meant for it and has ended. */
export function Rate({ figures }: { figures: Figures | undefined }) {
  const t = useTranslations('projects');
  const format = useFormatter();
  if (!figures) return '–';
  const ended = figures.delivered + figures.failed + figures.waiting;
  if (ended === 0) return t('quiet');
  // 99.999 % is not all of it, so it must not be rounded up to that.
  const share = Math.floor((figures.delivered / ended) * 10_000) / 10_000;
  return t('rate', { rate: format.number(share, { style: 'percent', maximumFractionDigits: 2 }) });
}

const WIDTH = 72;
const HEIGHT = 24;

/** A bar an hour: how much came, red from the base line as far as it was not delivered. */
export function HealthTicks({ ticks }: { ticks: Tick[] }) {
  if (ticks.length === 0) return null;
  const top = Math.max(1, ...ticks.map((tick) => tick.delivered + tick.troubled));
  const step = WIDTH / ticks.length;
  const tall = (count: number) => (count === 0 ? 0 : Math.max(2, (count / top) * HEIGHT));
  return (
    <svg aria-hidden className="rtl:-scale-x-100" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      {ticks.map((tick, index) => {
        const bad = tall(tick.troubled);
        const all = Math.max(1, tall(tick.delivered + tick.troubled));
        return (
          <g key={tick.at}>
            <rect x={index * step} y={HEIGHT - all} width={step - 1} height={all} className={tick.delivered > 0 ? 'fill-ok-fill' : 'fill-line-2'} />
            {bad > 0 && <rect x={index * step} y={HEIGHT - bad} width={step - 1} height={bad} className="fill-bad-fill" />}
          </g>
        );
      })}
    </svg>
  );
}
