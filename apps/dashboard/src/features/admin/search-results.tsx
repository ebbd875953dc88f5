import { Building2, Hash, Inbox, type LucideIcon, Package, SearchX, Waypoints, AppWindow, BriefcaseBusiness } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { $api, problemOf } from '../../data/client.ts';
import { Panel } from '../../ui/panel.tsx';
import { Failure, Message, Skeleton } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { goAs } from './go-as.ts';

type Kind = 'delivery' | 'event' | 'number' | 'project' | 'app' | 'account' | 'tenant';

const icons: Record<Kind, LucideIcon> = {
  delivery: Waypoints,
  event: Inbox,
  number: Hash,
  project: Package,
  app: AppWindow,
  account: BriefcaseBusiness,
  tenant: Building2,
};

/** Where it is shown, within its tenant. */
const paths: Record<Kind, (id: string) => string> = {
  delivery: (id) => `/deliveries?delivery=${encodeURIComponent(id)}`,
  event: (id) => `/events?event=${encodeURIComponent(id)}`,
  number: (id) => `/numbers?number=${encodeURIComponent(id)}`,
  project: (id) => `/projects?project=${encodeURIComponent(id)}`,
  app: (id) => `/numbers?app=${encodeURIComponent(id)}`,
  account: () => '/numbers',
  tenant: () => '/',
};

/** What was found in all tenants. Opening one means acting for its tenant, and says so. */
export function SearchResults({ q }: { q: string }) {
  const t = useTranslations('admin.search');
  const found = $api.useQuery('get', '/api/v1/system/search', { params: { query: { q } } }, { placeholderData: (before) => before });
  return (
    <Panel title={t('title')} note={found.data ? t('count', { count: found.data.data.length }) : undefined}>
      {found.error ? (
        <Failure problem={problemOf(found.error)} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Skeleton rows={5} />
      ) : found.data.data.length === 0 ? (
        <Message icon={SearchX} title={t('nothing', { q })}>
          {t('nothingHint')}
        </Message>
      ) : (
        <ul>
          {found.data.data.map(({ kind, id, title, detail, tenantId, tenantName }) => {
            const Icon = icons[kind];
            return (
              <li key={`${kind} ${id}`} className="border-b border-line last:border-0">
                <button
                  type="button"
                  onClick={() => goAs({ id: tenantId, name: tenantName }, paths[kind](id))}
                  className="flex min-h-12 w-full items-center gap-3 px-4 py-1.5 text-start hover:bg-surface-2"
                >
                  <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.5} />
                  <span className="min-w-0 flex-1">
                    <span dir="auto" className="aligned block truncate font-mid">{title}</span>
                    <span dir="auto" className="aligned block truncate text-12 text-ink-2">{detail}</span>
                  </span>
                  <Tag>{t(`kinds.${kind}`)}</Tag>
                  {kind !== 'tenant' && <span dir="auto" className="hidden max-w-40 truncate text-12 text-ink-2 sm:block">{tenantName}</span>}
                  <span className="link hidden md:block">{t('open', { name: tenantName })}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
