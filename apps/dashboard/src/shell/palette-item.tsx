import { Command } from 'cmdk';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface PalettePart {
  kind: 'tenant' | 'admin';
  /** What was typed. */
  text: string;
  onDone: () => void;
}

/** Every word that was typed begins a word of the label. */
export function matches(label: string, text: string): boolean {
  // Names within Arabic words are isolated by marks that nobody types.
  const words = label.replace(/[\u2066-\u2069]/g, '').toLowerCase().split(/[\s-]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

interface GroupProps {
  heading: string;
  children: ReactNode;
}

export function PaletteGroup({ heading, children }: GroupProps) {
  return (
    <Command.Group
      heading={heading}
      className="pb-1 [&>[cmdk-group-heading]]:px-2 [&>[cmdk-group-heading]]:pt-2 [&>[cmdk-group-heading]]:pb-1 [&>[cmdk-group-heading]]:text-12 [&>[cmdk-group-heading]]:font-mid [&>[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Command.Group>
  );
}

interface ItemProps {
  id: string;
  icon: LucideIcon;
  label: string;
  detail?: string;
  /** At the end: what kind of thing, whose, or the keys. */
  aside?: ReactNode;
  onChoose: () => void;
}

export function PaletteItem({ id, icon: Icon, label, detail, aside, onChoose }: ItemProps) {
  return (
    <Command.Item
      value={id}
      onSelect={onChoose}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-2 px-2 py-1 select-none data-[selected=true]:bg-surface-3 pointer-coarse:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.5} />
      <span className="min-w-0 flex-1 truncate">
        {label}
        {detail && <span className="ms-2 text-12 text-ink-2">{detail}</span>}
      </span>
      {aside !== undefined && <span className="flex shrink-0 items-center gap-1 text-12 text-ink-2">{aside}</span>}
    </Command.Item>
  );
}
