import type { Schemas } from '@waypost/api-client';
import { useFormatter, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';

/** How much of a limit is used, in words and as a bar. */
export function UsageRow({ name, used, max }: Schemas['LimitUseView']) {
  const t = useTranslations('plan');
  const format = useFormatter();
  const share = max === null ? 0 : max === 0 ? 1 : Math.min(1, used / max);
  const full = max !== null && used >= max;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 border-b border-line px-4 py-3 last:border-0 sm:grid-cols-[160px_minmax(0,1fr)_200px]">
      <span className="font-mid">{t(`limits.${name}`)}</span>
      <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-surface-3 max-sm:order-3 max-sm:col-span-2">
        <span className={classes('block h-full rounded-full', full ? 'bg-warn-fill' : 'bg-brand')} style={{ width: `${Math.round(share * 100)}%` }} />
      </span>
      <span className={classes('num text-end', full ? 'text-warn' : 'text-ink-2')}>
        {max === null ? t('usedUnlimited', { used: format.number(used) }) : t(full ? 'usedFull' : 'used', { used: format.number(used), max: format.number(max) })}
      </span>
    </li>
  );
}
