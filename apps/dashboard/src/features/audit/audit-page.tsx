import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download, ScrollText, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api, problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Failure, Message, NothingFound, Skeleton } from '../../ui/states.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { type AuditScope, type AuditSearch, pathOf } from './audit-search.ts';
import { useExport } from './use-export.ts';
import { useVerdict } from './use-verdict.ts';

const PAGE = 50;

/** Who did what, newest first: of a tenant, or of the platform. */
export function AuditPage({ scope }: { scope: AuditScope }) {
  const t = useTranslations('audit');
  const s = useTranslations('shell');
  const search = useSearch({ strict: false }) as AuditSearch;
  const navigate = useNavigate();
  const path = pathOf(scope);
  const entries = useInfiniteQuery({
    queryKey: ['get', path, search],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const { data, error } = await api.GET(path, { params: { query: { ...search, limit: PAGE, cursor: pageParam } } });
      if (error) throw error;
      return data;
    },
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const verdict = useVerdict(scope);
  const download = useExport(scope, search);
  const go = (part: AuditSearch) => void navigate({ to: '.', search: { ...search, ...part }, replace: true });
  const rows = entries.data?.pages.flatMap(({ data }) => data) ?? [];
  const narrowed = Object.values(search).some((value) => value !== undefined);
  const content = () => {
    if (entries.error) return <Failure problem={problemOf(entries.error)} onRetry={() => void entries.refetch()} />;
    if (!entries.data) return <Skeleton rows={12} className="rounded-3 border border-line" />;
    if (rows.length === 0) {
      return narrowed ? (
        <NothingFound onClear={() => void navigate({ to: '.', search: {}, replace: true })} />
      ) : (
        <Message icon={ScrollText} title={t('firstUse')}>
          {t('firstUseHint')}
        </Message>
      );
    }
    return (
      <>
        <AuditTable entries={rows} />
        {entries.hasNextPage && (
          <Button className="self-center" busy={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </>
    );
  };
  return (
    <Page
      title={t('title')}
      crumb={scope === 'tenant' ? s('settings') : undefined}
      actions={
        <>
          <Button icon={ShieldCheck} busy={verdict.busy} onClick={verdict.ask}>
            {t('verify')}
          </Button>
          <Button icon={Download} busy={download.busy} onClick={download.start}>
            {t('export')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <AuditFilters key={JSON.stringify(search)} search={search} onChange={go} />
        {content()}
      </div>
    </Page>
  );
}

export const TenantAuditPage = () => <AuditPage scope="tenant" />;
export const PlatformAuditPage = () => <AuditPage scope="platform" />;
