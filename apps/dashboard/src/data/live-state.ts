import { useSyncExternalStore } from 'react';

/** `behind`: the stream is cut and what is shown may be old, as of `since`. */
export type LiveState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'behind'; since: number };

let state: LiveState = { kind: 'connecting' };
const listeners = new Set<() => void>();

export function become(next: LiveState): void {
  if (next.kind === state.kind) return;
  state = next;
  for (const tell of listeners) tell();
}

export function useLiveState(): LiveState {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, () => state);
}

export const liveState = () => state;
