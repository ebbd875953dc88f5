import type { PlaceName } from './places.ts';

export interface Listed {
  keys: string[];
  /** One of the keys, not one after the other. */
  or?: boolean;
  label: 'next' | 'nextNumber' | 'open' | 'retry' | 'choose' | 'search' | 'close' | 'connect' | 'newProject' | 'write';
}

interface PageKeys {
  page: PlaceName;
  shortcuts: Listed[];
}

const next: Listed = { keys: ['J', 'K'], or: true, label: 'next' };
const search: Listed = { keys: ['/'], label: 'search' };
const open: Listed = { keys: ['Enter'], label: 'open' };

/** What the pages listen to beside what the shell does. Whoever adds a key to a page adds it here. */
export const pageShortcuts: Record<'tenant' | 'admin', PageKeys[]> = {
  tenant: [
    { page: 'deliveries', shortcuts: [next, open, { keys: ['R'], label: 'retry' }, { keys: ['X'], label: 'choose' }, search] },
    { page: 'events', shortcuts: [next, open, search] },
    { page: 'projects', shortcuts: [{ keys: ['J', 'K'], or: true, label: 'nextNumber' }, { keys: ['N'], label: 'newProject' }] },
    { page: 'numbers', shortcuts: [{ keys: ['N'], label: 'connect' }] },
    { page: 'sandbox', shortcuts: [{ keys: ['/'], label: 'write' }] },
  ],
  admin: [
    { page: 'health', shortcuts: [search] },
    { page: 'adminTenants', shortcuts: [search] },
    { page: 'quarantine', shortcuts: [next] },
  ],
};
