import { useFormatter, useTranslations } from 'use-intl';
import type { ProjectFigures } from './overview-data.ts';

/** Up to this share of trouble a slice is amber, above it red. */
const AMBER_SHARE = 0.1;

/** How a project did, slice by slice: green, amber, red, or nothing to deliver. */
export function HealthTicks({ ticks }: { ticks: ProjectFigures['ticks'] }) {
  const t = useTranslations('overview.projects');
  const format = useFormatter();
  const troubled = ticks.filter((tick) => tick.troubled > 0).length;
  return (
    <span role="img" aria-label={t('ticks', { troubled, count: ticks.length })} className="flex h-4 gap-[1.5px]">
      {ticks.map((tick) => (
        <i
          key={tick.at}
          title={t('tick', {
            time: format.dateTime(new Date(tick.at), { weekday: 'short', hour: '2-digit', minute: '2-digit', hour12: false }),
            delivered: tick.delivered,
            troubled: tick.troubled,
          })}
          className={`w-[2.5px] shrink-0 rounded-[1px] ${tint(tick)}`}
        />
      ))}
    </span>
  );
}

function tint({ delivered, troubled }: ProjectFigures['ticks'][number]): string {
  if (delivered + troubled === 0) return 'bg-line-2';
  if (troubled === 0) return 'bg-ok-fill opacity-75';
  return troubled / (delivered + troubled) <= AMBER_SHARE ? 'bg-warn-fill' : 'bg-bad-fill';
}
