import { useNow, useTranslations } from 'use-intl';
import { useProjects } from '../../data/lists.ts';
import type { DeliveryDetail } from './delivery-pane.tsx';
import { countdown } from './words.ts';

/** How long until, in the two largest units, counting down. */
export function useUntil(): (instant: string) => string | null {
  const t = useTranslations('deliveries');
  const now = useNow({ updateInterval: 1_000 });
  return (instant) => {
    const ms = Date.parse(instant) - now.getTime();
    if (ms <= 0) return null;
    const { unit, a, b } = countdown(ms);
    return t(`until.${unit}`, { a, b });
  };
}

/** What comes next, or why nothing does. */
export function NextAttempt({ detail }: { detail: DeliveryDetail }) {
  const t = useTranslations('deliveries');
  const until = useUntil();
  const projects = useProjects();
  const { state, cause, nextAttemptAt, projectId } = detail;
  const health = projects.data?.find(({ id }) => id === projectId)?.health;
  const text = () => {
    if (state === 'cancelled' || (state === 'waiting' && cause))
      return cause && t.has(`causes.${cause as 'manual'}`) ? t(`causes.${cause as 'manual'}`) : cause;
    if (state === 'failed') return t('gaveUp', { attempts: detail.attempts });
    if (state !== 'waiting' && state !== 'pending') return null;
    const left = nextAttemptAt && until(nextAttemptAt);
    if (left) return t('nextIn', { left });
    return health?.breaker === 'open' ? t('circuitOpen') : t('dueNow');
  };
  return <span className="num text-12 text-ink-2">{text()}</span>;
}
