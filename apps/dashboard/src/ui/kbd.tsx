export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="ltr inline-block min-w-4.5 rounded-1 border border-line bg-surface-2 px-1 text-center font-sans text-[11px]/4 font-mid tracking-normal whitespace-nowrap text-ink-3">
      {children}
    </kbd>
  );
}
