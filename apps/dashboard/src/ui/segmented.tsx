import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface Props<Value extends string | number> {
  label: string;
  value: Value;
  options: { value: Value; label: ReactNode }[];
  onChange: (value: Value) => void;
}

/** One of a few, all of them visible. */
export function Segmented<Value extends string | number>({ label, value, options, onChange }: Props<Value>) {
  return (
    <div role="group" aria-label={label} className="inline-flex shrink-0 gap-0.5 rounded-2 bg-surface-3 p-0.5">
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
          className={classes(
            'inline-flex h-6 items-center gap-1.5 rounded-[5px] px-2.5 font-mid whitespace-nowrap num text-ink-2 pointer-coarse:min-h-10',
            option.value === value && 'bg-surface-1 text-ink shadow-[0_0_0_1px_oklch(0.2_0.02_250/0.06),0_1px_2px_oklch(0.2_0.02_250/0.08)] dark:bg-line-2 dark:shadow-none',
          )}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
