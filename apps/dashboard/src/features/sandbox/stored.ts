import { useMemo, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A list kept in the browser. What is full or forbidden (private windows) only shortens the memory of the phone. */
export function useStoredList<Item>(storage: Storage, key: string) {
  const raw = useSyncExternalStore(subscribe, () => storage.getItem(key));
  const list = useMemo(() => parse<Item>(raw), [raw]);
  const change = (next: (before: Item[]) => Item[]) => {
    let items = next(parse<Item>(storage.getItem(key)) ?? []);
    while (!keep(storage, key, items) && items.length > 0) items = items.slice(Math.ceil(items.length / 2));
    tell();
  };
  return [list, change] as const;
}

function keep(storage: Storage, key: string, items: unknown[]): boolean {
  try {
    storage.setItem(key, JSON.stringify(items));
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}

function parse<Item>(raw: string | null): Item[] | undefined {
  return raw === null ? undefined : (JSON.parse(raw) as Item[]);
}
