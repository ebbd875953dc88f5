import { Building2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useActingFor } from '../data/acting-for.ts';
import { $api } from '../data/client.ts';
import { switchTenant, useMe } from '../data/session.ts';
import { matches, PaletteGroup, PaletteItem, type PalettePart } from './palette-item.tsx';
import { useOpenHit } from './use-open-hit.ts';

/** Tenants a super-admin can act for; to others, those they belong to. */
export function PaletteTenants({ kind, text, onDone }: PalettePart) {
  const t = useTranslations('shell.palette');
  const me = useMe();
  const acting = useActingFor();
  // Always with a new page: another tenant's data is on screen.
  const open = useOpenHit('admin');
  const all = $api.useQuery('get', '/api/v1/tenants', { params: { query: { limit: 50 } } }, { enabled: me.user.superAdmin });
  const here = acting?.id ?? me.tenant?.id;
  const tenants = (me.user.superAdmin ? (all.data?.data ?? []) : me.tenants)
    .filter(({ id, name }) => id !== here && matches(name, text))
    .slice(0, 6);
  // On the platform the search finds tenants, all of them.
  const searched = kind === 'admin' && text.trim() !== '';
  if (searched || tenants.length === 0) return null;
  return (
    <PaletteGroup heading={t(me.user.superAdmin ? 'actFor' : 'switchTo')}>
      {tenants.map(({ id, name }) => (
        <PaletteItem
          key={id}
          id={`act ${id}`}
          icon={Building2}
          label={name}
          onChoose={() => {
            onDone();
            if (me.user.superAdmin) open({ kind: 'tenant', id, tenantId: id, tenantName: name });
            else void switchTenant(id);
          }}
        />
      ))}
    </PaletteGroup>
  );
}
