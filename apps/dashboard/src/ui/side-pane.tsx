import type { ReactNode } from 'react';

/** Beside the list on wide screens, over it below, the whole screen on phones. Its parent is `relative flex`. */
export function SidePane({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside
      aria-label={label}
      className="flex min-h-0 w-full shrink-0 flex-col overflow-y-auto border-s border-line bg-surface-1 max-xl:absolute max-xl:inset-y-0 max-xl:end-0 max-xl:z-20 max-xl:animate-slide max-xl:shadow-drawer max-md:fixed max-md:inset-0 max-md:z-30 max-md:border-0 md:max-w-[488px]"
    >
      {children}
    </aside>
  );
}
