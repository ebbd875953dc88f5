import { CircleDot, CircleX, KeyRound, type LucideIcon, PlugZap, ShieldX, TriangleAlert, Unplug } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';
import { AttentionActions } from './attention-actions.tsx';
import type { Attention } from './overview-data.ts';

const icons: Record<Attention['kind'], LucideIcon> = {
  project_disabled: Unplug,
  circuit_open: CircleX,
  project_failing: TriangleAlert,
  deliveries_failed: CircleDot,
  app_without_secret: KeyRound,
  app_refused: ShieldX,
  app_not_verified: PlugZap,
};

/** A sentence, its cause, its age, and the one action that helps. */
export function AttentionRow({ item, first }: { item: Attention; first: boolean }) {
  const t = useTranslations('overview.attention');
  const format = useFormatter();
  const now = useNow({ updateInterval: item.until ? 1_000 : 10_000 });
  const Icon = icons[item.kind];
  const count = item.count ?? 0;
  const until = item.until && Date.parse(item.until) > now.getTime() ? format.relativeTime(new Date(item.until), now) : '';
  const words = { name: item.subject.name, count, until, detail: item.detail ?? '', hasUntil: String(until !== ''), hasDetail: String(Boolean(item.detail)) };
  return (
    <li className="grid min-h-12 grid-cols-[16px_minmax(0,1fr)] items-center gap-x-3 gap-y-1.5 border-b border-line px-4 py-1.5 last:border-0 sm:grid-cols-[16px_minmax(0,1fr)_auto_auto] sm:pe-3">
      <Icon aria-hidden className={classes('size-4', item.severity === 'bad' ? 'text-bad' : 'text-warn')} strokeWidth={1.5} />
      <div className="min-w-0">
        <p className="leading-4.5 font-mid sm:truncate">
          <span className="sr-only">{t(`severity.${item.severity}`)}</span> {t(`${item.kind}.title`, words)}
        </p>
        <p className="text-12 text-ink-2 sm:truncate" title={t(`${item.kind}.cause`, words)}>
          {t(`${item.kind}.cause`, words)}
        </p>
      </div>
      <span className="num col-start-2 text-12 whitespace-nowrap text-ink-3 sm:col-start-3 sm:px-2 sm:text-end">
        {item.since && (
          <time dateTime={item.since} title={format.dateTime(new Date(item.since), { dateStyle: 'medium', timeStyle: 'long' })}>
            {format.relativeTime(new Date(item.since), now)}
          </time>
        )}
      </span>
      <span className="col-start-2 flex flex-wrap items-center gap-1 sm:col-start-4 sm:min-w-68 sm:justify-end">
        <AttentionActions item={item} look={first && item.severity === 'bad' ? 'primary' : 'plain'} />
      </span>
    </li>
  );
}
