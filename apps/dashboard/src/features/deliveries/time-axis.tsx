import { useFormatter, useTranslations } from 'use-intl';
import { useMedia } from '../../ui/use-media.ts';

const DAY_MS = 24 * 3_600_000;

/** Times under the bars; the day is named where it begins to be another. */
export function TimeAxis({ since, until }: { since: string | undefined; until: string | undefined }) {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const gaps = useMedia('(max-width: 639px)') ? 3 : 6;
  if (!since || !until) return <div className="h-6" />;
  const start = Date.parse(since);
  const length = Date.parse(until) - start;
  const long = length > 2 * DAY_MS;
  const marks = Array.from({ length: gaps }, (_, index) => new Date(start + (length * index) / gaps));
  return (
    <div className="num flex justify-between py-1 text-12 text-ink-3">
      {marks.map((mark, index) => {
        const newDay = index === 0 || mark.toDateString() !== marks[index - 1]?.toDateString();
        const look = long
          ? ({ weekday: 'short', day: 'numeric', month: 'short' } as const)
          : ({
              weekday: newDay ? 'short' : undefined,
              hour: '2-digit',
              minute: '2-digit',
              hour12: false,
            } as const);
        return <span key={mark.getTime()}>{format.dateTime(mark, look)}</span>;
      })}
      <span>{t('now')}</span>
    </div>
  );
}
