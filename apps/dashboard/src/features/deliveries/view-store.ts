import { useSyncExternalStore } from 'react';
import { useActingFor } from '../../data/acting-for.ts';
import { useMe } from '../../data/session.ts';
import type { DeliverySieve, Range } from './delivery-search.ts';

export interface View {
  id: string;
  name: string;
  sieve: DeliverySieve;
  range?: Range;
}

export const MOST_VIEWS = 8;
const listeners = new Set<() => void>();
let read: { key: string; text: string | null; views: View[] } = { key: '', text: null, views: [] };

function viewsAt(key: string): View[] {
  const text = localStorage.getItem(key);
  if (read.key !== key || read.text !== text) read = { key, text, views: parse(text) };
  return read.views;
}

function parse(text: string | null): View[] {
  try {
    return text ? (JSON.parse(text) as View[]) : [];
  } catch {
    // Written by somebody else: better none than a broken page.
    return [];
  }
}

/** Views that somebody has made in this browser, for the tenant at hand. */
export function useOwnViews() {
  const me = useMe();
  const tenant = useActingFor()?.id ?? me.tenant?.id ?? '';
  const key = `waypost.delivery-views.${me.user.id}.${tenant}`;
  const views = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      addEventListener('storage', tell);
      return () => {
        listeners.delete(tell);
        removeEventListener('storage', tell);
      };
    },
    () => viewsAt(key),
  );
  const write = (next: View[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    for (const tell of listeners) tell();
  };
  return {
    views,
    add: (view: View) => write([...views, view]),
    rename: (id: string, name: string) =>
      write(views.map((view) => (view.id === id ? { ...view, name } : view))),
    remove: (id: string) => write(views.filter((view) => view.id !== id)),
    restore: (before: View[]) => write(before),
  };
}
