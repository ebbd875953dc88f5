import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { problemOf } from '../../data/client.ts';
import { Page } from '../../shell/page.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Skeleton } from '../../ui/states.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { CachePanel } from './cache-panel.tsx';
import { HealthStrip } from './health-strip.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { byTrouble, type Tenant, useFigures, useKeptAside, useMail, useQueues, useTenants } from './platform-data.ts';
import { SearchField } from './platform-search.tsx';
import { QueuesTable } from './queues-table.tsx';
import { SearchResults } from './search-results.tsx';
import { type Chosen, TenantDialogs } from './tenant-dialogs.tsx';
import { TenantsTable } from './tenants-table.tsx';
import { WaitingPanel } from './waiting-panel.tsx';

const SHOWN = 5;
/** Shorter ones find everything. */
const SHORTEST = 2;

export function HealthPage() {
  const t = useTranslations('admin');
  const { q = '' } = useSearch({ from: '/admin/' });
  const navigate = useNavigate({ from: '/admin/' });
  const search = (next: string) => void navigate({ search: { q: next || undefined }, replace: true });
  return (
    <Page title={t('health')} actions={<SearchField value={q} onChange={search} placeholder={t('search.placeholder')} />}>
      {q.length >= SHORTEST ? <SearchResults q={q} /> : <Health />}
    </Page>
  );
}

function Health() {
  const t = useTranslations('admin');
  const queues = useQueues();
  const { tenants, error, refetch } = useTenants();
  const figures = useFigures();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const suspended = tenants?.filter(({ status }) => status === 'suspended');
  const keptAside = useKeptAside();
  const mail = useMail();
  const resume = (tenant: Tenant) => setChosen({ act: 'resume', tenant });
  // Their order is that of the figures.
  const troubled = tenants && figures && byTrouble(tenants, figures).slice(0, SHOWN);
  return (
    <div className="flex flex-col gap-4">
      <HealthStrip />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('queues')} note={t('queuesNote')} aside={<Link to="/admin/queues" className="link whitespace-nowrap">{t('queuesAll')}</Link>}>
            {queues.error ? (
              <Failure problem={problemOf(queues.error)} onRetry={() => void queues.refetch()} />
            ) : queues.data ? (
              <QueuesTable queues={queues.data.queues} />
            ) : (
              <Skeleton rows={4} className="h-35 overflow-hidden" />
            )}
          </Panel>
          <Panel
            title={t('tenant.title')}
            note={troubled && tenants ? t('tenant.byTrouble', { shown: troubled.length, count: tenants.length }) : undefined}
            aside={
              <>
                <Link to="/admin/tenants" className="link hidden sm:inline">
                  {t('tenant.all')}
                </Link>
                <Link to="/admin/tenants" search={{ tenant: 'new' }} className={buttonClass({})}>
                  <Plus aria-hidden className="size-4" strokeWidth={1.5} />
                  {t('tenant.new')}
                </Link>
              </>
            }
          >
            {error ? (
              <Failure problem={problemOf(error)} onRetry={() => void refetch()} />
            ) : troubled ? (
              <TenantsTable brief tenants={troubled} figures={figures} onAct={(act, tenant) => setChosen({ act, tenant })} />
            ) : (
              <Skeleton rows={SHOWN} />
            )}
          </Panel>
          {(error ?? (troubled && (queues.data ?? queues.error))) && (
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <AlertsPanel />
              <KeysPanel />
            </div>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <WaitingPanel suspended={suspended} onResume={resume} />
          {/* What stands above it has its height by then. */}
          {(error ?? (suspended && !keptAside.isPending && !mail.isPending)) && <CachePanel />}
        </div>
      </div>
      <TenantDialogs chosen={chosen} onClose={() => setChosen(null)} />
    </div>
  );
}
