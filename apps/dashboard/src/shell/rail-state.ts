import { useSyncExternalStore } from 'react';

let open = false;
const listeners = new Set<() => void>();
const set = (next: boolean) => {
  open = next;
  for (const tell of listeners) tell();
};

/** On phones the rail lies over the page. */
export const openRail = () => set(true);
export const closeRail = () => set(false);
export const useRailOpen = () =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, () => open);
