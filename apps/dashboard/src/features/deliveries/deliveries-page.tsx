import { RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { BulkRetry, useRetryEach } from './bulk-retry.tsx';
import { isEmpty } from './delivery-filter.ts';
import { DeliveryPane } from './delivery-pane.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Histogram } from './histogram.tsx';
import { ListFooter } from './list-footer.tsx';
import { attended } from './list-scroller.tsx';
import { NoDeliveries } from './list-states.tsx';
import { SavedViews } from './saved-views.tsx';
import { SectionTabs } from './section-tabs.tsx';
import { useAttention } from './use-attention.ts';
import { useDeliveryActs, mayRetry } from './use-delivery-acts.ts';
import { useDeliveryList } from './use-delivery-list.ts';
import { useDeliveryFilter, useDeliverySearch } from './use-delivery-search.ts';
import { useListKeys } from './use-list-keys.ts';
import { useSelection } from './use-selection.ts';

export function DeliveriesPage() {
  const t = useTranslations('deliveries');
  if (useMay('deliveries:read')) return <Deliveries />;
  return (
    <Page crumb={t('connect')} title={t('title')}>
      <Failure problem={{ status: 403, code: 'forbidden', title: t('title'), detail: t('forbidden') }} />
    </Page>
  );
}

function Deliveries() {
  const t = useTranslations('deliveries');
  const { search, change, clear, cleared } = useDeliverySearch();
  const { filter, sieve, at } = useDeliveryFilter(search);
  const { attended: atIt, onAttention } = useAttention();
  const open = search.delivery;
  const list = useDeliveryList(filter, atIt || open !== undefined);
  const { rows, fresh, error, hasNextPage, isFetchingNextPage } = list;
  const ids = rows.map(({ id }) => id);
  const selection = useSelection(ids);
  const acts = useDeliveryActs();
  const each = useRetryEach();
  const searchBox = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const onOpen = (id: string) => change({ delivery: id }, { replace: open !== undefined });
  const onClose = () => change({ delivery: undefined, tab: undefined });
  const retryOne = (id: string) => {
    const row = rows.find((each) => each.id === id);
    if (row && acts.may && mayRetry(row)) acts.retry(row);
  };
  const steps = useListKeys({
    ids,
    open,
    onOpen,
    onClose,
    search: searchBox,
    acts: { r: retryOne, x: selection.toggle },
  });
  const ticked = rows.filter((row) => selection.has(row.id) && mayRetry(row)).map(({ id }) => id);
  const retryTicked = () => void each.run(ticked).then(selection.clear);

  const tail =
    !fresh && error ? (
      <Failure problem={problemOf(error)} onRetry={() => void list.refetch()} />
    ) : !fresh ? (
      <Skeleton rows={12} />
    ) : rows.length === 0 ? (
      <NoDeliveries
        plain={isEmpty(sieve) && !search.since}
        search={search}
        onClear={clear}
        onWiden={() => change({ range: '30d' })}
      />
    ) : isFetchingNextPage ? (
      <Skeleton rows={3} />
    ) : (
      !hasNextPage &&
      ids.length >= 1_000 && (
        <p className="px-4 py-3 text-12 text-ink-3">{t('narrow', { count: ids.length })}</p>
      )
    );

  const actions =
    selection.chosen.length > 0 ? (
      <>
        <Button look="bare" onClick={selection.clear}>
          {t('clearTicks', { count: selection.chosen.length })}
        </Button>
        {acts.may && (
          <Button
            look="primary"
            icon={RotateCcw}
            disabled={ticked.length === 0}
            busy={each.busy}
            onClick={retryTicked}
          >
            {t('retryAll', { count: ticked.length })}
          </Button>
        )}
      </>
    ) : (
      <BulkRetry filter={filter} states={search.states} />
    );

  return (
    <Page full crumb={t('connect')} title={t('title')} beside={<SectionTabs />} actions={actions}>
      <div className="relative flex min-h-0 flex-1">
        <section
          aria-label={t('title')}
          data-scroller=""
          onScroll={attended(onAttention)}
          className="flex min-w-0 flex-1 flex-col max-md:overflow-y-auto"
        >
          <BulkProgress />
          <SavedViews search={search} change={change} cleared={cleared} at={at} />
          <FilterBar search={search} change={change} onClear={clear} searchRef={searchBox} />
          <Histogram search={search} change={change} />
          <div
            className={classes(
              'flex min-h-0 flex-1 flex-col max-md:flex-none',
              list.isPlaceholderData && 'opacity-60',
            )}
          >
            <DeliveryTable
              rows={rows}
              open={open}
              compact={open !== undefined || search.projectId !== undefined}
              selection={selection}
              onOpen={onOpen}
              onEnd={() => hasNextPage && !isFetchingNextPage && void list.fetchNextPage()}
              tail={tail}
              waiting={{ count: list.waiting, more: hasNextPage && list.waiting === fresh?.length, letIn: list.letIn }}
              onAttention={onAttention}
              scroller={scroller}
            />
          </div>
          <ListFooter filter={filter} />
        </section>
        {open && (
          <DeliveryPane
            id={open}
            tab={search.tab ?? 'request'}
            onTab={(tab) => change({ tab }, { replace: true })}
            onClose={onClose}
            {...steps}
            acts={acts}
          />
        )}
      </div>
    </Page>
  );
}
