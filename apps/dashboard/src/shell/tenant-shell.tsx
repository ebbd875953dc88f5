import { ChevronsUpDown } from 'lucide-react';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { useActingFor } from '../data/acting-for.ts';
import { $api } from '../data/client.ts';
import { useMay, useMe } from '../data/session.ts';
import { useBrand } from '../theme/use-brand.ts';
import { Account } from './account.tsx';
import { Initials } from './initials.tsx';
import { LazyMenu } from './lazy-menu.tsx';
import { openPalette } from './overlay-state.ts';
import { type PlaceName, usePlaces } from './places.ts';
import { Rail } from './rail.tsx';
import { Shell } from './shell.tsx';
import { useSandboxThere } from './use-sandbox-there.ts';

const loadMenu = () => import('./tenant-menu.tsx');
const TenantMenu = lazy(loadMenu);

const rail: { label?: 'automate' | 'connect' | 'settings'; names: PlaceName[] }[] = [
  { names: ['overview'] },
  { label: 'automate', names: ['sandbox'] },
  { label: 'connect', names: ['numbers', 'projects', 'deliveries', 'events', 'apiKeys'] },
  { label: 'settings', names: ['team', 'plan', 'appearance', 'audit', 'settings'] },
];

export function TenantShell() {
  const t = useTranslations('shell');
  const me = useMe();
  useBrand();
  const reads = useMay('deliveries:read');
  const troubled = $api.useQuery(
    'get',
    '/api/v1/deliveries/count',
    { params: { query: { states: ['waiting', 'failed'] } } },
    { enabled: reads },
  );
  const sandbox = useSandboxThere(reads);
  const places = usePlaces('tenant').filter(({ name }) => name !== 'sandbox' || sandbox);
  const count = troubled.data?.count ?? 0;
  const groups = rail.map(({ label, names }) => ({
    label: label && t(label),
    links: places
      .filter(({ name }) => names.includes(name))
      .map(({ name, to, icon }) => ({
        to,
        icon,
        label: t(name),
        exact: name === 'overview',
        ...(name === 'deliveries' && { count, counted: t('troubled', { count }) }),
      })),
  })).filter(({ links }) => links.length > 0);
  return <Shell kind="tenant" rail={<Rail head={<TenantName />} groups={groups} foot={<Account me={me} />} onSearch={openPalette} />} />;
}

function TenantName() {
  const t = useTranslations('shell');
  const me = useMe();
  const acting = useActingFor();
  const name = acting?.name ?? me.tenant?.name ?? '';
  const label = (
    <>
      <Initials name={name} />
      <span className="min-w-0 flex-1 text-start md:sr-only wide:not-sr-only">
        {acting && <span className="block text-12 leading-4 font-text text-rail-ink-3">{t('actingFor')}</span>}
        <span dir="auto" className="aligned block truncate">{name}</span>
      </span>
    </>
  );
  if (!acting && me.tenants.length < 2) return label;
  const trigger = (
    <button type="button" title={t('tenants')} aria-haspopup="menu" className="flex min-w-0 flex-1 items-center gap-2 rounded-2 md:justify-center wide:justify-start">
      {label}
      <ChevronsUpDown aria-hidden className="size-4 text-rail-ink-3 md:hidden wide:block" strokeWidth={1.5} />
    </button>
  );
  return <LazyMenu menu={TenantMenu} load={loadMenu} trigger={trigger} />;
}
