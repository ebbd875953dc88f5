import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

export type Tone = 'neutral' | 'ok' | 'warn' | 'bad' | 'info' | 'brand';

const soft: Record<Tone, string> = {
  neutral: 'bg-surface-3 text-ink-2',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
  brand: 'bg-brand-soft text-brand-text',
};
const fills: Record<Tone, string> = {
  neutral: 'bg-ink-3',
  ok: 'bg-ok-fill',
  warn: 'bg-warn-fill',
  bad: 'bg-bad-fill',
  info: 'bg-info-fill',
  brand: 'bg-brand',
};

export function Tag({ tone = 'neutral', icon: Icon, children }: { tone?: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <span className={classes('inline-flex h-5 shrink-0 items-center gap-1 rounded-1 px-1.5 text-12 font-mid whitespace-nowrap num', soft[tone])}>
      {Icon && <Icon aria-hidden className="size-3" strokeWidth={1.75} />}
      {children}
    </span>
  );
}

/** A state is a dot and a word, never the colour alone. */
export function Dot({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span className={classes('size-2 shrink-0 rounded-full', fills[tone])} />
      {children}
    </span>
  );
}
