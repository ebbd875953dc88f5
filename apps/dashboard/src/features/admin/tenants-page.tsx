import { useNavigate, useSearch } from '@tanstack/react-router';
import { Building2, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Message, NothingFound, Skeleton } from '../../ui/states.tsx';
import { NewTenant } from './new-tenant.tsx';
import { byTrouble, useFigures, useTenants } from './platform-data.ts';
import { SearchField } from './platform-search.tsx';
import { type Chosen, TenantDialogs } from './tenant-dialogs.tsx';
import { TenantsTable } from './tenants-table.tsx';

export function TenantsPage() {
  const t = useTranslations('admin.tenant');
  const { q = '', tenant: opened } = useSearch({ from: '/admin/tenants' });
  const navigate = useNavigate({ from: '/admin/tenants' });
  const { tenants, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTenants();
  const figures = useFigures();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  // A name is looked for in all of them, so all of them are read.
  useEffect(() => {
    if (q && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [q, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const wanted = q.toLocaleLowerCase();
  // Their order is that of the figures.
  const shown = tenants && figures && byTrouble(tenants.filter(({ name, slug }) => `${name} ${slug}`.toLocaleLowerCase().includes(wanted)), figures);
  const open = (next: string | undefined) => void navigate({ search: (before) => ({ ...before, tenant: next }), replace: true });
  const look = (next: string) => void navigate({ search: (before) => ({ ...before, q: next || undefined }), replace: true });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <SearchField value={q} onChange={look} placeholder={t('find')} />
          <Button look="primary" icon={Plus} onClick={() => open('new')}>
            {t('new')}
          </Button>
        </>
      }
    >
      <Panel>
        {error ? (
          <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
        ) : !shown ? (
          <Skeleton rows={8} />
        ) : tenants.length === 0 ? (
          <Message icon={Building2} title={t('first')} action={<Button look="primary" onClick={() => open('new')}>{t('new')}</Button>}>
            {t('firstHint')}
          </Message>
        ) : shown.length === 0 && !hasNextPage ? (
          <NothingFound onClear={() => look('')} />
        ) : (
          <TenantsTable tenants={shown} figures={figures} onAct={(act, tenant) => setChosen({ act, tenant })} />
        )}
      </Panel>
      {hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
      <TenantDialogs chosen={chosen} onClose={() => setChosen(null)} />
      {opened === 'new' && <NewTenant onClose={() => open(undefined)} />}
    </Page>
  );
}
