import type { ReactNode } from 'react';

/** Something that comes by itself. */
export function Waiting({ children }: { children: ReactNode }) {
  return (
    <span role="status" className="inline-flex min-w-0 flex-1 items-center gap-2 text-ink-2">
      <span aria-hidden className="size-3.5 shrink-0 animate-spin rounded-full border-[1.5px] border-brand border-e-transparent motion-reduce:animate-none" />
      {children}
    </span>
  );
}
