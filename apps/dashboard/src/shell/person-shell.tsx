import { useActingFor } from '../data/acting-for.ts';
import { useMe } from '../data/session.ts';
import { AdminShell } from './admin-shell.tsx';
import { TenantShell } from './tenant-shell.tsx';

/** The platform’s for a super-admin who acts for nobody, else the tenant’s. */
export function PersonShell() {
  const me = useMe();
  const acting = useActingFor();
  return me.user.superAdmin && !me.tenant && !acting ? <AdminShell /> : <TenantShell />;
}
