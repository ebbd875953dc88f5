import type { Permission } from '@waypost/contracts';
import {
  Activity,
  Building2,
  CircleHelp,
  Gauge,
  Hash,
  House,
  Inbox,
  KeyRound,
  Layers,
  type LucideIcon,
  Package,
  Palette,
  ScrollText,
  Settings,
  ShieldAlert,
  Smartphone,
  Tags,
  Users,
  Waypoints,
} from 'lucide-react';
import { useMayAll } from '../data/session.ts';

interface PlaceSpec {
  to: string;
  icon: LucideIcon;
  key: string;
  /** Who lacks it is not led there; the API has the last word. */
  needs?: Permission;
}

/** The pages of a shell: the rail shows them, the palette finds them, `g` and the key lead there. */
export const tenantPlaces = {
  overview: { to: '/', icon: House, key: 'o' },
  sandbox: { to: '/sandbox', icon: Smartphone, key: 's', needs: 'deliveries:read' },
  numbers: { to: '/numbers', icon: Hash, key: 'n', needs: 'waba:read' },
  projects: { to: '/projects', icon: Package, key: 'p', needs: 'routing:read' },
  deliveries: { to: '/deliveries', icon: Waypoints, key: 'd', needs: 'deliveries:read' },
  events: { to: '/events', icon: Inbox, key: 'e', needs: 'deliveries:read' },
  apiKeys: { to: '/keys', icon: KeyRound, key: 'k', needs: 'keys:read' },
  team: { to: '/team', icon: Users, key: 't', needs: 'team:read' },
  plan: { to: '/plan', icon: Gauge, key: 'u', needs: 'plan:read' },
  appearance: { to: '/appearance', icon: Palette, key: 'b', needs: 'settings:write' },
  audit: { to: '/audit', icon: ScrollText, key: 'a', needs: 'audit:read' },
  settings: { to: '/settings', icon: Settings, key: 'c', needs: 'settings:write' },
} as const satisfies Record<string, PlaceSpec>;

export const adminPlaces = {
  health: { to: '/admin', icon: Activity, key: 'h' },
  adminTenants: { to: '/admin/tenants', icon: Building2, key: 't' },
  queues: { to: '/admin/queues', icon: Layers, key: 'q' },
  unclaimed: { to: '/admin/unclaimed', icon: CircleHelp, key: 'u' },
  quarantine: { to: '/admin/quarantine', icon: ShieldAlert, key: 'k' },
  plans: { to: '/admin/plans', icon: Tags, key: 'p' },
  platformAudit: { to: '/admin/audit', icon: ScrollText, key: 'a' },
} as const satisfies Record<string, PlaceSpec>;

export type PlaceName = keyof typeof tenantPlaces | keyof typeof adminPlaces;
export type PlaceAddress = (typeof tenantPlaces)[keyof typeof tenantPlaces]['to'] | (typeof adminPlaces)[keyof typeof adminPlaces]['to'];

export interface Place {
  name: PlaceName;
  to: PlaceAddress;
  icon: LucideIcon;
  key: string;
  needs?: Permission;
}

const listed = (places: Partial<Record<PlaceName, Omit<Place, 'name'>>>): Place[] =>
  Object.entries(places).map(([name, place]) => ({ name: name as PlaceName, ...place }));

const tenantList = listed(tenantPlaces);
const adminList = listed(adminPlaces);

/** The places of a shell that the person may see. */
export function usePlaces(kind: 'tenant' | 'admin'): Place[] {
  const mayAll = useMayAll();
  if (kind === 'admin') return adminList;
  return tenantList.filter(({ needs }) => needs === undefined || mayAll(needs));
}
