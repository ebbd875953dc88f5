import { useSyncExternalStore } from 'react';

type Overlay = 'shortcuts' | 'palette' | null;
let shown: Overlay = null;
const listeners = new Set<() => void>();
const show = (next: Overlay) => {
  shown = next;
  for (const tell of listeners) tell();
};

export const openShortcutSheet = () => show('shortcuts');
export const openPalette = () => show('palette');
export const closeOverlay = () => show(null);
export const overlayIsOpen = () => shown !== null;
/** What the shell lays over the page. */
export const useOverlay = () =>
  useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, () => shown);
