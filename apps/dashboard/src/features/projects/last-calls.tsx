import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { classes } from '../../ui/classes.ts';
import { Clock } from '../../ui/time.tsx';
import { PanelSection } from './facts.tsx';

const failing = ['failed', 'waiting', 'cancelled'];

export function LastCalls({ projectId }: { projectId: string }) {
  const t = useTranslations('projects');
  const { data } = $api.useQuery('get', '/api/v1/deliveries', { params: { query: { projectId, limit: 5 } } });
  const all = (
    <Link to="/deliveries" search={{ projectId }} className="link">
      {t('panel.allCalls')}
    </Link>
  );
  return (
    <PanelSection title={t('panel.calls')} aside={all}>
      {data?.data.length === 0 && <p className="text-ink-2">{t('panel.noCalls')}</p>}
      <ul className="-mx-2 flex flex-col">
        {data?.data.map((delivery) => (
          <li key={delivery.id}>
            <Link
              to="/deliveries"
              search={{ delivery: delivery.id }}
              className="flex min-h-6 items-center gap-2 rounded-1 px-2 num hover:bg-surface-2 pointer-coarse:min-h-11"
            >
              <span className="text-ink-3">
                <Clock at={delivery.lastTriedAt ?? delivery.createdAt} />
              </span>
              <span className="min-w-0 flex-1 truncate">{delivery.kinds.join(', ') || t(`panel.callSource.${delivery.source}`)}</span>
              <span className={classes('mono', failing.includes(delivery.state) ? 'text-bad' : 'text-ink-2')}>{delivery.lastStatus ?? t(`panel.call.${delivery.state}`)}</span>
              <span className="mono w-16 text-end text-ink-3">{delivery.lastDurationMs === null ? '' : `${delivery.lastDurationMs} ms`}</span>
            </Link>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
