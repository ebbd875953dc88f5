import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';
const listeners = new Set<() => void>();

const current = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light');

/** What was chosen stays; until then the system decides (`public/first-paint.js`, before the first paint). */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem('waypost.theme', theme);
  document.documentElement.dataset.theme = theme;
  for (const tell of listeners) tell();
}

export function useTheme(): Theme {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, current);
}
