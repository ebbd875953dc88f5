import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { useShortcuts } from '../../shell/shortcuts.ts';
import { Button } from '../../ui/button.tsx';
import { Id } from '../../ui/copy.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Dot } from '../../ui/tag.tsx';
import { Ago } from '../../ui/time.tsx';
import { ticking } from './platform-data.ts';
import { QuarantineDrawer } from './quarantine-drawer.tsx';

/** Webhooks that were stored and answered, and could not be split. */
export function QuarantinePage() {
  const t = useTranslations('admin.quarantine');
  const format = useFormatter();
  const { entry: openedId, released } = useSearch({ from: '/admin/quarantine' });
  const navigate = useNavigate({ from: '/admin/quarantine' });
  const pages = $api.useInfiniteQuery(
    'get',
    '/api/v1/system/quarantine',
    { params: { query: { limit: 100, released: released === 'all' } } },
    { ...ticking, pageParamName: 'cursor', initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const entries = pages.data?.pages.flatMap(({ data }) => data);
  const open = (id: string | undefined) => void navigate({ search: (before) => ({ ...before, entry: id }), replace: true });
  const show = (which: string) => void navigate({ search: { released: which === 'all' ? 'all' : undefined }, replace: true });
  const move = (by: number) => {
    if (!entries?.length) return;
    const at = entries.findIndex(({ id }) => id === openedId);
    open(entries[Math.min(entries.length - 1, Math.max(0, at + by))]?.id);
  };
  useShortcuts({ j: () => move(1), k: () => move(-1), Escape: () => open(undefined) });
  return (
    <Page
      title={t('title')}
      beside={
        <Segmented
          label={t('which')}
          value={released === 'all' ? 'all' : 'open'}
          options={[
            { value: 'open', label: t('open') },
            { value: 'all', label: t('all') },
          ]}
          onChange={show}
        />
      }
    >
      <p className="mb-4 max-w-180 text-ink-2">{t('intro')}</p>
      <Panel>
        {pages.error ? (
          <Failure problem={problemOf(pages.error)} onRetry={() => void pages.refetch()} />
        ) : !entries ? (
          <Skeleton rows={5} />
        ) : entries.length === 0 ? (
          <Message icon={CircleCheck} title={t('none')}>
            {t('noneHint')}
          </Message>
        ) : (
          <Scroll label={t('title')}>
            <table className="grid-table min-w-[800px] table-fixed">
              <thead>
                <tr>
                  <th>{t('reason')}</th>
                  <th className="w-46">{t('webhook')}</th>
                  <th className="w-44">{t('app')}</th>
                  <th className="end w-28">{t('size')}</th>
                  <th className="w-36">{t('kept')}</th>
                  <th className="w-32">{t('state')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.id} aria-selected={entry.id === openedId} onClick={() => open(entry.id)}>
                    <td>
                      <button type="button" aria-expanded={entry.id === openedId} className="link" onClick={() => open(entry.id)}>
                        {t(`reasons.${entry.reason}`)}
                      </button>
                    </td>
                    <td onClick={(event) => event.stopPropagation()}>
                      <Id value={entry.webhookId} what={t('webhook')} />
                    </td>
                    <td className="mono ltr aligned">{entry.appId ?? t('unknown')}</td>
                    <td className="end">{t('bytes', { n: format.number(entry.size) })}</td>
                    <td className="text-ink-2">
                      <Ago at={entry.createdAt} />
                    </td>
                    <td>{entry.releasedAt ? <Dot tone="ok">{t('released')}</Dot> : <Dot tone="warn">{t('waits')}</Dot>}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </Panel>
      {pages.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
      {openedId && <QuarantineDrawer key={openedId} id={openedId} onClose={() => open(undefined)} />}
    </Page>
  );
}
