import { Link } from '@tanstack/react-router';
import { Inbox, SearchX } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { useMay } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';
import { Failure, Message, NothingFound, Skeleton } from '../../ui/states.tsx';
import { BulkProgress } from '../deliveries/bulk-progress.tsx';
import { KeyHints } from '../deliveries/list-footer.tsx';
import { attended } from '../deliveries/list-scroller.tsx';
import { SectionTabs } from '../deliveries/section-tabs.tsx';
import { useAttention } from '../deliveries/use-attention.ts';
import { useListKeys } from '../deliveries/use-list-keys.ts';
import { EventFilters } from './event-filters.tsx';
import { EventList } from './event-list.tsx';
import { EventPane } from './event-pane.tsx';
import { ReplayAll } from './replay.tsx';
import { filterKeys, useEventFilter, useEventList, useEventSearch } from './use-event-search.ts';

export function EventsPage() {
  const t = useTranslations('events');
  if (useMay('deliveries:read')) return <Events />;
  return (
    <Page crumb={t('connect')} title={t('title')}>
      <Failure problem={{ status: 403, code: 'forbidden', title: t('title'), detail: t('forbidden') }} />
    </Page>
  );
}

function Events() {
  const t = useTranslations('events');
  const { search, change, clear } = useEventSearch();
  const filter = useEventFilter(search);
  const { attended: atIt, onAttention } = useAttention();
  const open = search.event;
  const list = useEventList(filter, atIt || open !== undefined);
  const { rows, fresh, error, hasNextPage, isFetchingNextPage } = list;
  const ids = rows.map(({ id }) => id);
  const searchBox = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const onOpen = useCallback(
    (id: string) => change({ event: id }, { replace: open !== undefined }),
    [change, open],
  );
  const onClose = () => change({ event: undefined });
  const steps = useListKeys({ ids, open, onOpen, onClose, search: searchBox, acts: {} });
  const plain =
    !search.messageId && !search.since && !search.until && filterKeys.every((key) => !search[key]);

  const tail =
    !fresh && error ? (
      <Failure problem={problemOf(error)} onRetry={() => void list.refetch()} />
    ) : !fresh ? (
      <Skeleton rows={12} />
    ) : rows.length === 0 ? (
      plain ? (
        <NoEvents onWiden={() => change({ range: '30d' })} />
      ) : (
        <NothingFound onClear={clear} />
      )
    ) : isFetchingNextPage ? (
      <Skeleton rows={3} />
    ) : (
      !hasNextPage &&
      ids.length >= 1_000 && (
        <p className="px-4 py-3 text-12 text-ink-3">{t('narrow', { count: ids.length })}</p>
      )
    );

  return (
    <Page
      full
      crumb={t('connect')}
      title={t('title')}
      beside={<SectionTabs />}
      actions={<ReplayAll filter={filter} known={fresh && !hasNextPage ? ids.length : null} />}
    >
      <div className="relative flex min-h-0 flex-1">
        <section
          aria-label={t('title')}
          data-scroller=""
          onScroll={attended(onAttention)}
          className="flex min-w-0 flex-1 flex-col max-md:overflow-y-auto"
        >
          <BulkProgress />
          <EventFilters search={search} change={change} searchRef={searchBox} />
          <div
            className={classes(
              'flex min-h-0 flex-1 flex-col max-md:flex-none',
              list.isPlaceholderData && 'opacity-60',
            )}
          >
            <EventList
              rows={rows}
              open={open}
              onOpen={onOpen}
              onEnd={() => hasNextPage && !isFetchingNextPage && void list.fetchNextPage()}
              tail={tail}
              waiting={{ count: list.waiting, more: hasNextPage && list.waiting === fresh?.length, letIn: list.letIn }}
              onAttention={onAttention}
              scroller={scroller}
            />
          </div>
          <footer className="bottom-0 mt-auto flex min-h-10 shrink-0 items-center bg-surface-1 max-md:sticky gap-3 border-t border-line px-4 text-12 text-ink-2">
            <span className="num font-mid">
              {fresh && t(hasNextPage ? 'countMore' : 'count', { count: ids.length })}
            </span>
            <KeyHints
              hints={[
                [['J', 'K'], t('keys.move')],
                [['↵'], t('keys.open')],
              ]}
            />
          </footer>
        </section>
        {open && <EventPane key={open} id={open} onClose={onClose} {...steps} />}
      </div>
    </Page>
  );
}

/** Nothing yet and nothing lately are different things. */
function NoEvents({ onWiden }: { onWiden: () => void }) {
  const t = useTranslations('events');
  const ever = $api.useQuery('get', '/api/v1/events', { params: { query: { limit: 1 } } });
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: 60_000 });
  if (!ever.data) return null;
  if (ever.data.data.length > 0) {
    return (
      <Message
        icon={SearchX}
        title={t('noneLately')}
        action={<Button onClick={onWiden}>{t('widen')}</Button>}
      >
        {t('noneLatelyHint')}
      </Message>
    );
  }
  return (
    <Message
      icon={Inbox}
      title={t('firstUse')}
      action={
        <>
          {sandbox.data?.available && (
            <Link to="/sandbox" className={buttonClass({ look: 'primary' })}>
              {t('openSandbox')}
            </Link>
          )}
          <Link to="/numbers" className={buttonClass({})}>
            {t('openNumbers')}
          </Link>
        </>
      }
    >
      {t('firstUseHint')}
    </Message>
  );
}
