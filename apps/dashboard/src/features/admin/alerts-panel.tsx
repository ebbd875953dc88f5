import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { AlertsDialog } from './alerts-dialog.tsx';

/** Who is told of the platform's trouble, and how. */
export function AlertsPanel() {
  const t = useTranslations('admin.alerts');
  const [changing, setChanging] = useState(false);
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/system/notifications');
  return (
    <Panel
      title={t('title')}
      aside={
        data && (
          <Button size="xs" onClick={() => setChanging(true)}>
            {t('change')}
          </Button>
        )
      }
    >
      {error ? (
        <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton rows={3} />
      ) : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-4 py-3">
          <dt className="text-ink-2">{t('emails')}</dt>
          <dd className="min-w-0 break-words">{data.emails.length > 0 ? <span className="ltr">{data.emails.join(', ')}</span> : t('emailsUsual')}</dd>
          <dt className="text-ink-2">{t('webhook')}</dt>
          <dd className="min-w-0">{data.webhookUrl ? <span className="mono ltr break-all">{data.webhookUrl}</span> : t('none')}</dd>
          <dt className="text-ink-2">{t('of')}</dt>
          <dd>
            {data.projectFailing && <span className="block">{t('projects')}</span>}
            {data.errorSpikes && <span className="block">{t('spikes')}</span>}
            {!data.projectFailing && !data.errorSpikes && t('nothing')}
          </dd>
        </dl>
      )}
      {changing && data && <AlertsDialog now={data} onClose={() => setChanging(false)} />}
    </Panel>
  );
}
