import { DeleteTenant, RestoreTenant } from './delete-tenant.tsx';
import { ChangePlan } from './change-plan.tsx';
import { Impersonate } from './impersonate.tsx';
import type { Tenant } from './platform-data.ts';
import { RenameTenant } from './rename-tenant.tsx';
import { ResumeTenant, SuspendTenant } from './suspend-tenant.tsx';
import type { TenantAct } from './tenant-menu.tsx';

export interface Chosen {
  act: TenantAct;
  tenant: Tenant;
}

export interface OneTenantProps {
  tenant: Tenant;
  onClose: () => void;
}

const dialogs: Record<TenantAct, (props: OneTenantProps) => React.JSX.Element> = {
  rename: RenameTenant,
  plan: ChangePlan,
  impersonate: Impersonate,
  suspend: SuspendTenant,
  resume: ResumeTenant,
  delete: DeleteTenant,
  restore: RestoreTenant,
};

/** What can be done to a tenant that exists. */
export function TenantDialogs({ chosen, onClose }: { chosen: Chosen | null; onClose: () => void }) {
  if (!chosen) return null;
  const Chosen = dialogs[chosen.act];
  return <Chosen tenant={chosen.tenant} onClose={onClose} />;
}
