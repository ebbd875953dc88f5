import { useFormatter, useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Failure } from '../../ui/states.tsx';
import { Dot } from '../../ui/tag.tsx';
import type { Erasures } from './use-erasures.ts';

const counts = ['events', 'webhooks', 'items', 'answers', 'cancelled'] as const;

/** What was erased, and how much of it; never of whom. */
export function ErasuresPanel({ erasures }: { erasures: Erasures }) {
  const t = useTranslations('settings.privacy');
  const format = useFormatter();
  const rows = erasures.data?.pages.flatMap(({ data }) => data);
  return (
    <Panel title={t('erasures')} note={t('erasuresNote')}>
      {!rows && <Failure problem={problemOf(erasures.error)} onRetry={() => void erasures.refetch()} />}
      {rows?.length === 0 && <p className="p-4 text-ink-2">{t('noErasures')}</p>}
      {rows && rows.length > 0 && (
        <Scroll label={t('erasures')}>
          <table className="grid-table min-w-[720px]">
            <thead>
              <tr>
                <th>{t('startedAt')}</th>
                <th>{t('state')}</th>
                {counts.map((count) => (
                  <th key={count} className="end">
                    {t(count)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((erasure) => (
                <tr key={erasure.id}>
                  <td className="num">{format.dateTime(new Date(erasure.createdAt), { dateStyle: 'medium', timeStyle: 'short' })}</td>
                  <td>
                    <Dot tone={erasure.state === 'done' ? 'ok' : 'info'}>{t(`states.${erasure.state}`)}</Dot>
                  </td>
                  {counts.map((count) => (
                    <td key={count} className="num end">
                      {format.number(erasure[count])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {erasures.hasNextPage && (
        <div className="border-t border-line p-3 text-center">
          <Button busy={erasures.isFetchingNextPage} onClick={() => void erasures.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
