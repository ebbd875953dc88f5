/** Two letters on a square (a tenant) or a circle (a person), in a colour of their own. */
export function Initials({ name, round }: { name: string; round?: boolean }) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? `${words[0]?.[0] ?? ''}${words.at(-1)?.[0] ?? ''}` : name.slice(0, 2);
  if (!round) {
    return <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-2 bg-brand text-12 font-strong text-brand-fg uppercase">{letters}</span>;
  }
  const hue = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0) * 37, 0) % 360;
  return (
    <span
      aria-hidden
      style={{ '--hue': hue } as React.CSSProperties}
      className="grid size-6 shrink-0 place-items-center rounded-full bg-[oklch(0.915_0.035_var(--hue))] text-[10px] font-strong text-[oklch(0.38_0.075_var(--hue))] uppercase dark:bg-[oklch(0.37_0.05_var(--hue))] dark:text-[oklch(0.91_0.045_var(--hue))]"
    >
      {letters}
    </span>
  );
}
