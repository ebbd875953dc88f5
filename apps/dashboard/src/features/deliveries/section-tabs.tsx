import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';

const look =
  'inline-flex h-6 items-center rounded-[5px] px-2.5 font-mid text-ink-2 aria-[current=page]:bg-surface-1 aria-[current=page]:text-ink aria-[current=page]:shadow-[0_0_0_1px_oklch(0.2_0.02_250/0.06),0_1px_2px_oklch(0.2_0.02_250/0.08)] dark:aria-[current=page]:bg-line-2 dark:aria-[current=page]:shadow-none pointer-coarse:min-h-10';

/** What went out, and what came in. */
export function SectionTabs() {
  const t = useTranslations('deliveries');
  return (
    <nav aria-label={t('sections')} className="inline-flex shrink-0 gap-0.5 rounded-2 bg-surface-3 p-0.5">
      <Link to="/deliveries" className={look}>
        {t('title')}
      </Link>
      <Link to="/events" className={look}>
        {t('events')}
      </Link>
    </nav>
  );
}
