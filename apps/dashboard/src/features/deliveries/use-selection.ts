import { useState } from 'react';

/** Which rows are ticked; rows that left the list are not. */
export function useSelection(shown: string[]) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const chosen = shown.filter((id) => ticked.has(id));
  const toggle = (id: string) =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return {
    chosen,
    has: (id: string) => ticked.has(id),
    toggle,
    all: chosen.length > 0 && chosen.length === shown.length,
    toggleAll: () => setTicked(chosen.length === shown.length ? new Set() : new Set(shown)),
    clear: () => setTicked(new Set()),
  };
}
export type Selection = ReturnType<typeof useSelection>;
