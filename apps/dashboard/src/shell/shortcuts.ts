import { useEffect, useRef } from 'react';
import { overlayIsOpen } from './overlay-state.ts';

const SEQUENCE_MS = 1_000;
const OFF_KEY = 'waypost.shortcuts-off';

export const shortcutsAreOff = () => localStorage.getItem(OFF_KEY) === '1';
export const switchShortcuts = (on: boolean) => (on ? localStorage.removeItem(OFF_KEY) : localStorage.setItem(OFF_KEY, '1'));

/** Keys by what they do: `j`, `/`, `?`, `Enter`, or a sequence like `g d`. Never while somebody is typing. */
export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

export function useShortcuts(shortcuts: Shortcuts, enabled = true): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    let before = '';
    let at = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || behindDialog() || shortcutsAreOff()) return;
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      const sequence = Date.now() - at < SEQUENCE_MS ? `${before} ${key}` : key;
      before = key;
      at = Date.now();
      const act = latest.current[sequence] ?? latest.current[key];
      if (!act) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [enabled]);
}

/** A modal dialog locks the page behind it; a drawer does not. The code of what was called may still be on its way. */
const behindDialog = () => overlayIsOpen() || document.body.hasAttribute('data-scroll-locked');

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]), textarea, select') || target.closest('[role=menu],[cmdk-root]') !== null);
}
