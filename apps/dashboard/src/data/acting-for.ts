import { useSyncExternalStore } from 'react';

/** The tenant that a super-admin acts for; of this browser tab alone. */
export interface ActingFor {
  id: string;
  name: string;
}

const KEY = 'waypost.acting-for';
const listeners = new Set<() => void>();
let current = read();

function read(): ActingFor | null {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as ActingFor) : null;
}

export const actingFor = (): ActingFor | null => current;

export function actFor(tenant: ActingFor | null): void {
  current = tenant;
  if (tenant) sessionStorage.setItem(KEY, JSON.stringify(tenant));
  else sessionStorage.removeItem(KEY);
  for (const tell of listeners) tell();
}

export function useActingFor(): ActingFor | null {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, actingFor);
}
