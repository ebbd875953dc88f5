import { useNavigate, useSearch } from '@tanstack/react-router';
import { tenantStatuses } from '@waypost/contracts';
import { Building2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Failure, Message, NothingFound, Skeleton } from '../../ui/states.tsx';
import { InvitesPanel } from './invites-panel.tsx';
import { NewTenant } from './new-tenant.tsx';
import { byTrouble, useFigures, useTenants } from './platform-data.ts';
import { SearchField } from './platform-search.tsx';
import { type Chosen, TenantDialogs } from './tenant-dialogs.tsx';
import { TenantDrawer } from './tenant-drawer.tsx';
import { TenantFilters } from './tenant-filters.tsx';
import { TenantsTable } from './tenants-table.tsx';

export function TenantsPage() {
  const t = useTranslations('admin.tenant');
  const { q = '', tenant: opened, status, plan, view } = useSearch({ from: '/admin/tenants' });
  const navigate = useNavigate({ from: '/admin/tenants' });
  const registration = $api.useQuery('get', '/api/v1/auth/options').data?.registration;
  const invites = view === 'invites' && registration !== 'off';
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const go = (next: { q?: string; tenant?: string; status?: string; plan?: string; view?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  const create = () => go({ tenant: 'new' });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <SearchField value={q} onChange={(next) => go({ q: next || undefined, view: undefined })} placeholder={t('find')} />
          <Button look="primary" icon={Plus} onClick={create}>
            {t('new')}
          </Button>
        </>
      }
    >
      <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
        {!invites && <TenantFilters status={status} plan={plan} onChange={go} />}
        {/* It comes when its answer does, so its place is kept: nothing moves then. */}
        <span className="min-h-7 max-sm:order-first max-sm:w-full sm:ms-auto pointer-coarse:min-h-11">
          {registration !== undefined && registration !== 'off' && (
            <Segmented
              label={t('which')}
              value={invites ? 'invites' : 'tenants'}
              options={[
                { value: 'tenants', label: t('title') },
                { value: 'invites', label: t('invites') },
              ]}
              onChange={(next) => go({ view: next === 'invites' ? next : undefined })}
            />
          )}
        </span>
      </div>
      {invites ? (
        <InvitesPanel />
      ) : (
        <Tenants filter={{ q, status, plan }} selected={opened} onClear={() => go({ q: undefined, status: undefined, plan: undefined })} onCreate={create} onAct={setChosen} />
      )}
      {opened && opened !== 'new' && <TenantDrawer key={opened} id={opened} onClose={() => go({ tenant: undefined })} onAct={(act, tenant) => setChosen({ act, tenant })} />}
      <TenantDialogs chosen={chosen} onClose={() => setChosen(null)} />
      {opened === 'new' && <NewTenant onClose={() => go({ tenant: undefined })} onMade={(id) => go({ tenant: id, view: undefined })} />}
    </Page>
  );
}

interface TenantsProps {
  filter: { q: string; status?: string; plan?: string };
  selected: string | undefined;
  onClear: () => void;
  onCreate: () => void;
  onAct: (chosen: Chosen) => void;
}

function Tenants({ filter: { q, status, plan }, selected, onClear, onCreate, onAct }: TenantsProps) {
  const t = useTranslations('admin.tenant');
  const filtered = q !== '' || status !== undefined || plan !== undefined;
  const { tenants, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useTenants({
    search: q || undefined,
    status: tenantStatuses.find((one) => one === status),
    plan,
  });
  const figures = useFigures();
  // Their order is that of the figures.
  const shown = tenants && figures && byTrouble(tenants, figures);
  return (
    <>
      <Panel>
        {error ? (
          <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
        ) : !shown ? (
          <Skeleton rows={8} />
        ) : shown.length > 0 ? (
          <TenantsTable tenants={shown} figures={figures} selected={selected} onAct={(act, tenant) => onAct({ act, tenant })} />
        ) : filtered ? (
          <NothingFound onClear={onClear} />
        ) : (
          <Message icon={Building2} title={t('first')} action={<Button look="primary" onClick={onCreate}>{t('new')}</Button>}>
            {t('firstHint')}
          </Message>
        )}
      </Panel>
      {hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('showMore')}
          </Button>
        </div>
      )}
    </>
  );
}
