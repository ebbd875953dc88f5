import type { RefObject } from 'react';
import { useShortcuts } from '../../shell/shortcuts.ts';

interface Input {
  ids: string[];
  /** The open one. */
  open: string | undefined;
  onOpen: (id: string) => void;
  onClose: () => void;
  search: RefObject<HTMLInputElement | null>;
  /** What keys do with the row that is meant. */
  acts: Record<string, (id: string) => void>;
}

/** While a dialog asks something, keys are its own. */
const unlessAsked = (act: () => void) => () => {
  if (!document.querySelector('[role=dialog]')) act();
};

/** J and K go from row to row, or change the open one; other keys act on it. */
export function useListKeys({ ids, open, onOpen, onClose, search, acts }: Input) {
  const meant = () => open ?? document.activeElement?.closest<HTMLElement>('[data-row]')?.dataset.row;
  const focusRow = (id: string) => {
    const link = document.querySelector<HTMLElement>(`[data-open="${id}"]`);
    link?.focus({ preventScroll: true });
    link?.closest('[data-row]')?.scrollIntoView({ block: 'nearest' });
  };
  const go = (by: number) => {
    const at = ids.indexOf(meant() ?? '');
    const next = ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next === undefined) return;
    if (open !== undefined) onOpen(next);
    focusRow(next);
  };
  const withRow = (act: (id: string) => void) => () => {
    const id = meant();
    if (id) act(id);
  };
  const keys: Record<string, () => void> = {
    j: () => go(1),
    k: () => go(-1),
    '/': () => search.current?.focus(),
  };
  for (const [key, act] of Object.entries(acts)) keys[key] = withRow(act);
  useShortcuts(Object.fromEntries(Object.entries(keys).map(([key, act]) => [key, unlessAsked(act)])));
  useShortcuts(
    {
      Escape: unlessAsked(() => {
        onClose();
        if (open) focusRow(open);
      }),
    },
    open !== undefined,
  );
  const at = open === undefined ? -1 : ids.indexOf(open);
  const before = at > 0 ? ids[at - 1] : undefined;
  const next = at === -1 ? undefined : ids[at + 1];
  return { onBefore: before ? () => onOpen(before) : null, onNext: next ? () => onOpen(next) : null };
}
