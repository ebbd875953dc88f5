import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { Dot } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';

const SHOWN = 5;

/** The newest deliveries that did not go through: the shortest way to why. */
export function LatestTrouble() {
  const t = useTranslations('overview.trouble');
  const list = $api.useQuery('get', '/api/v1/deliveries', { params: { query: { states: ['waiting', 'failed'], limit: SHOWN } } });
  return (
    <Panel
      title={t('title')}
      aside={
        <Link to="/deliveries" search={{ states: 'waiting,failed', range: '30d' }} className="link text-12">
          {t('open')}
        </Link>
      }
    >
      {list.data ? (
        list.data.data.length === 0 ? (
          <p className="flex min-h-12 flex-wrap items-center gap-x-3 px-4 py-2">
            <CircleCheck aria-hidden className="size-4 text-ok" strokeWidth={1.5} />
            <span className="font-mid">{t('none')}</span>
            <span className="text-12 text-ink-3">{t('noneHint')}</span>
          </p>
        ) : (
          <div className="overflow-x-auto">
            <table className="grid-table table-fixed">
              <thead>
                <tr>
                  <th scope="col" className="w-28 sm:w-40">
                    {t('project')}
                  </th>
                  <th scope="col" className="w-28">
                    {t('state')}
                  </th>
                  <th scope="col">{t('error')}</th>
                  <th scope="col" className="end w-22 max-sm:hidden">
                    {t('attempts')}
                  </th>
                  <th scope="col" className="end w-36 max-sm:hidden">
                    {t('since')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.data.data.map((delivery) => (
                  <tr key={delivery.id}>
                    <td>
                      <Link to="/deliveries" search={{ delivery: delivery.id }} className="mono hover:underline">
                        {delivery.projectSlug}
                      </Link>
                    </td>
                    <td>
                      <Dot tone={delivery.state === 'failed' ? 'bad' : 'warn'}>{t(delivery.state === 'failed' ? 'failed' : 'waiting')}</Dot>
                    </td>
                    <td dir="auto" className="aligned text-ink-2" title={delivery.lastError ?? undefined}>
                      {delivery.lastError ?? t('noError')}
                    </td>
                    <td className="end max-sm:hidden">{delivery.attempts}</td>
                    <td className="end text-ink-3 max-sm:hidden">
                      <Ago at={delivery.createdAt} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      ) : list.error ? (
        <Failure problem={problemOf(list.error)} onRetry={() => void list.refetch()} />
      ) : (
        <Skeleton rows={SHOWN} />
      )}
    </Panel>
  );
}
