import type { Schemas } from '@waypost/api-client';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Id } from '../../ui/copy.tsx';
import { phoneText } from '../../ui/phone-text.ts';
import { Panel } from '../../ui/panel.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Ago } from '../../ui/time.tsx';
import { toast } from '../../ui/toasts.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { ticking } from './platform-data.ts';
import { useRereadSystem } from './reread.ts';

type Entry = Schemas['UnclaimedView'];

/** Numbers and accounts that Meta reports on and that belong to nobody here. */
export function UnclaimedPage() {
  const t = useTranslations('admin.unclaimed');
  const { subject } = useSearch({ from: '/admin/unclaimed' });
  const navigate = useNavigate({ from: '/admin/unclaimed' });
  const pages = $api.useInfiniteQuery(
    'get',
    '/api/v1/system/unclaimed',
    { params: { query: { limit: 100 } } },
    { ...ticking, pageParamName: 'cursor', initialPageParam: null, getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const entries = pages.data?.pages.flatMap(({ data }) => data);
  const open = (next: string | undefined) => void navigate({ search: { subject: next }, replace: true });
  const opened = entries?.find((entry) => entry.subject === subject && entry.kind === 'number');
  return (
    <Page title={t('title')}>
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
          <Entries entries={entries} subject={subject} onAssign={open} />
        )}
      </Panel>
      {pages.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
      {opened && <AssignDialog key={opened.subject} entry={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

interface EntriesProps {
  entries: Entry[];
  subject: string | undefined;
  onAssign: (subject: string) => void;
}

function Entries({ entries, subject, onAssign }: EntriesProps) {
  const t = useTranslations('admin.unclaimed');
  const format = useFormatter();
  const reread = useRereadSystem();
  const replay = $api.useMutation('post', '/api/v1/system/unclaimed/{subject}/replay', {
    onSuccess: ({ webhooks }) => {
      toast(t('replayed', { count: webhooks }), { detail: t('replayedHint') });
      reread();
    },
    onError: (error) => toast(t('notReplayed'), { tone: 'bad', detail: problemOf(error).detail }),
  });
  const replaying = replay.isPending ? replay.variables.params.path.subject : undefined;
  return (
    <Scroll label={t('title')}>
      <table className="grid-table min-w-[1140px] table-fixed">
        <thead>
          <tr>
            <th className="w-36">{t('subject')}</th>
            <th className="w-44">{t('id')}</th>
            <th className="w-44">{t('businessId')}</th>
            <th className="end w-20">{t('webhooks')}</th>
            <th className="end w-20">{t('items')}</th>
            <th className="w-31">{t('firstAt')}</th>
            <th className="w-31">{t('lastAt')}</th>
            <th>
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.subject} aria-selected={entry.subject === subject}>
              <td className="h-11! font-mid">
                {entry.kind === 'account' ? t('account') : entry.phoneNumber ? <span className="mono ltr">{phoneText(entry.phoneNumber)}</span> : t('number')}
              </td>
              <td>
                <Id value={entry.subject} what={t('id')} />
              </td>
              <td>
                <Id value={entry.businessId} what={t('businessId')} />
              </td>
              <td className="end">{format.number(entry.webhooks)}</td>
              <td className="end">{format.number(entry.items)}</td>
              <td className="text-ink-2">
                <Ago at={entry.firstAt} />
              </td>
              <td className="text-ink-2">
                <Ago at={entry.lastAt} />
              </td>
              <td className="end">
                <span className="inline-flex gap-1.5">
                  {entry.kind === 'number' && (
                    <Button size="xs" onClick={() => onAssign(entry.subject)}>
                      {t('assign')}
                    </Button>
                  )}
                  <Button
                    size="xs"
                    look={entry.kind === 'number' ? 'bare' : 'plain'}
                    title={t('replayHint')}
                    busy={replaying === entry.subject}
                    onClick={() => replay.mutate({ params: { path: { subject: entry.subject } } })}
                  >
                    {t('replay', { count: entry.webhooks })}
                  </Button>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
