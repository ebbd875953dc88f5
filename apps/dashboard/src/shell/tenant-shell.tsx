import { ChevronsUpDown } from 'lucide-react';
import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import { useActingFor } from '../data/acting-for.ts';
import { $api } from '../data/client.ts';
import { useMay, useMe } from '../data/session.ts';
import { Account } from './account.tsx';
import { Initials } from './initials.tsx';
import { LazyMenu } from './lazy-menu.tsx';
import { openPalette } from './overlay-state.ts';
import { tenantPlaces as places } from './places.ts';
import { Rail } from './rail.tsx';
import { Shell } from './shell.tsx';
import { useSandboxThere } from './use-sandbox-there.ts';

const loadMenu = () => import('./tenant-menu.tsx');
const TenantMenu = lazy(loadMenu);

export function TenantShell() {
  const t = useTranslations('shell');
  const me = useMe();
  const reads = useMay('deliveries:read');
  const troubled = $api.useQuery(
    'get',
    '/api/v1/deliveries/count',
    { params: { query: { states: ['waiting', 'failed'] } } },
    { enabled: reads },
  );
  const sandbox = useSandboxThere(reads);
  const link = (name: keyof typeof places) => ({ ...places[name], label: t(name) });
  const groups = [
    { links: [{ ...link('overview'), exact: true }] },
    ...(sandbox ? [{ label: t('automate'), links: [link('sandbox')] }] : []),
    {
      label: t('connect'),
      links: [
        link('numbers'),
        link('projects'),
        { ...link('deliveries'), count: troubled.data?.count, counted: t('troubled', { count: troubled.data?.count ?? 0 }) },
        link('events'),
      ],
    },
  ];
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
        <span className="block truncate">{name}</span>
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
