import { Activity, Building2, CircleHelp, Hash, House, Inbox, Layers, type LucideIcon, Package, ShieldAlert, Smartphone, Waypoints } from 'lucide-react';

/** The pages of a shell: the rail shows them, the palette finds them, `g` and the key lead there. */
export const tenantPlaces = {
  overview: { to: '/', icon: House, key: 'o' },
  sandbox: { to: '/sandbox', icon: Smartphone, key: 's' },
  numbers: { to: '/numbers', icon: Hash, key: 'n' },
  projects: { to: '/projects', icon: Package, key: 'p' },
  deliveries: { to: '/deliveries', icon: Waypoints, key: 'd' },
  events: { to: '/events', icon: Inbox, key: 'e' },
} as const;

export const adminPlaces = {
  health: { to: '/admin', icon: Activity, key: 'h' },
  adminTenants: { to: '/admin/tenants', icon: Building2, key: 't' },
  queues: { to: '/admin/queues', icon: Layers, key: 'q' },
  unclaimed: { to: '/admin/unclaimed', icon: CircleHelp, key: 'u' },
  quarantine: { to: '/admin/quarantine', icon: ShieldAlert, key: 'k' },
} as const;

export type PlaceName = keyof typeof tenantPlaces | keyof typeof adminPlaces;
export type PlaceAddress = (typeof tenantPlaces)[keyof typeof tenantPlaces]['to'] | (typeof adminPlaces)[keyof typeof adminPlaces]['to'];

export interface Place {
  name: PlaceName;
  to: PlaceAddress;
  icon: LucideIcon;
  key: string;
}

const listed = (places: Partial<Record<PlaceName, Omit<Place, 'name'>>>): Place[] =>
  Object.entries(places).map(([name, place]) => ({ name: name as PlaceName, ...place }));

export const placesOf = (kind: 'tenant' | 'admin'): Place[] => listed(kind === 'tenant' ? tenantPlaces : adminPlaces);

/** What `useShortcuts` needs: where `g` and a letter lead. */
export const keysOf = (kind: 'tenant' | 'admin'): Record<string, string> =>
  Object.fromEntries(placesOf(kind).map(({ key, to }) => [key, to]));
