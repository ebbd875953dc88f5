import type { ReactNode } from 'react';

/** A table wider than the screen scrolls in here, and not the page; reachable by keyboard. */
export function Scroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="overflow-x-auto outline-offset-[-2px]">
      {children}
    </div>
  );
}
