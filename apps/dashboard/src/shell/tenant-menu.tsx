import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { actFor, useActingFor } from '../data/acting-for.ts';
import { switchTenant, useMe } from '../data/session.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';

/** Where a person can go on: their other tenants, or for a super-admin back to the platform. */
export default function TenantMenu({ trigger, startsOpen }: { trigger: ReactNode; startsOpen: boolean }) {
  const t = useTranslations('shell');
  const me = useMe();
  const acting = useActingFor();
  const leave = () => {
    actFor(null);
    globalThis.location.assign('/app/admin');
  };
  return (
    <Menu align="start" trigger={trigger} startsOpen={startsOpen}>
      {acting ? (
        <MenuItem icon={Undo2} onSelect={leave}>
          {t('backToPlatform')}
        </MenuItem>
      ) : (
        me.tenants
          .filter(({ id }) => id !== me.tenant?.id)
          .map((tenant) => (
            <MenuItem key={tenant.id} onSelect={() => void switchTenant(tenant.id)}>
              {tenant.name}
            </MenuItem>
          ))
      )}
    </Menu>
  );
}
