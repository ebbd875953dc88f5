import { X } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  name: ReactNode;
  value: ReactNode;
  /** What the cross does, for the ear. */
  removeLabel: string;
  onRemove: () => void;
}

/** A filter that is on. */
export function FilterChip({ name, value, removeLabel, onRemove }: Props) {
  return (
    <span className="inline-flex h-7 max-w-full items-center gap-1.5 rounded-2 border border-brand-line bg-brand-soft ps-2 whitespace-nowrap text-ink-2 pointer-coarse:min-h-11">
      {name}
      <b dir="auto" className="max-w-48 truncate font-mid text-ink">{value}</b>
      <button
        type="button"
        aria-label={removeLabel}
        title={removeLabel}
        onClick={onRemove}
        className="grid w-6 place-items-center self-stretch rounded-e-2 text-brand-text hover:text-ink pointer-coarse:w-11"
      >
        <X aria-hidden className="size-3.5" strokeWidth={1.5} />
      </button>
    </span>
  );
}
