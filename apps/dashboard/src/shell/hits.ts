import { AppWindow, BriefcaseBusiness, Building2, Hash, Inbox, type LucideIcon, Package, Waypoints } from 'lucide-react';
import type { Schemas } from '@waypost/api-client';

export type Hit = Schemas['HitView'];

export const hitIcons: Record<Hit['kind'], LucideIcon> = {
  delivery: Waypoints,
  event: Inbox,
  number: Hash,
  project: Package,
  app: AppWindow,
  account: BriefcaseBusiness,
  tenant: Building2,
};

type Target =
  | { to: '/deliveries'; search: { delivery: string } }
  | { to: '/events'; search: { event: string } }
  | { to: '/numbers'; search: { number?: string; app?: string } }
  | { to: '/projects'; search: { project: string } }
  | { to: '/' };

/** Where it is shown, within its tenant. */
export function targetOf({ kind, id }: Pick<Hit, 'kind' | 'id'>): Target {
  switch (kind) {
    case 'delivery':
      return { to: '/deliveries', search: { delivery: id } };
    case 'event':
      return { to: '/events', search: { event: id } };
    case 'number':
      return { to: '/numbers', search: { number: id } };
    case 'project':
      return { to: '/projects', search: { project: id } };
    case 'app':
      return { to: '/numbers', search: { app: id } };
    case 'account':
      return { to: '/numbers', search: {} };
    case 'tenant':
      return { to: '/' };
  }
}
