import type { ReactNode } from 'react';

/** Names and values in two columns. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[108px_minmax(0,1fr)] gap-y-1.5 num">{children}</dl>;
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}

export function PanelSection({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3 border-b border-line px-5 py-4 last:border-0">
      <div className="flex min-h-5 items-center gap-2">
        <h3 className="font-strong">{title}</h3>
        {aside !== undefined && <span className="ms-auto text-12 text-ink-3">{aside}</span>}
      </div>
      {children}
    </section>
  );
}
