import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface Props {
  title?: ReactNode;
  /** Beside the title, smaller. */
  note?: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One border, no shadow, never inside another. */
export function Panel({ title, note, aside, className, children }: Props) {
  return (
    <section className={classes('min-w-0 rounded-3 border border-line bg-surface-1', className)}>
      {title !== undefined && (
        <header className="flex min-h-10 items-center gap-2 border-b border-line px-4">
          <h2 className="font-strong whitespace-nowrap">{title}</h2>
          {note !== undefined && <span className="truncate text-12 text-ink-3">{note}</span>}
          {aside !== undefined && <span className="ms-auto flex items-center gap-2">{aside}</span>}
        </header>
      )}
      {children}
    </section>
  );
}
