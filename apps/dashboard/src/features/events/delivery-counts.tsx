import type { Schemas } from '@waypost/api-client';
import { useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';

const parts = [
  { key: 'delivered', fill: 'bg-ok-fill' },
  { key: 'troubled', fill: 'bg-bad-fill' },
  { key: 'open', fill: 'bg-info-fill' },
] as const;

/** What became of an event: so many delivered, so many in trouble. */
export function DeliveryCounts({ counts }: { counts: Schemas['DeliveryCountsView'] }) {
  const t = useTranslations('events');
  if (counts.total === 0) return <span className="text-ink-3">{t('notRouted')}</span>;
  return (
    <span className="num inline-flex items-center gap-3 whitespace-nowrap">
      {parts.map(
        ({ key, fill }) =>
          counts[key] > 0 && (
            <span key={key} className="inline-flex items-center gap-1.5">
              <span className={classes('size-2 rounded-full', fill)} />
              {t(`counts.${key}`, { count: counts[key] })}
            </span>
          ),
      )}
    </span>
  );
}
