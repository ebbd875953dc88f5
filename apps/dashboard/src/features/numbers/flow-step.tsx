import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';

interface Props {
  n: number;
  title: string;
  state: 'done' | 'now' | 'later';
  /** At the end of the line: what came of it, or what it needs. */
  aside?: ReactNode;
  children?: ReactNode;
}

/** One step: small when it is done, open when it is its turn. */
export function FlowStep({ n, title, state, aside, children }: Props) {
  const t = useTranslations('numbers');
  return (
    <li aria-current={state === 'now' ? 'step' : undefined} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-3 border-b border-line px-4 py-3.5 last:border-0">
      <span
        aria-hidden
        className={classes(
          'grid size-5 place-items-center rounded-full text-12 font-strong num',
          state === 'done' && 'bg-ok-soft text-ok',
          state === 'now' && 'bg-brand text-brand-fg',
          state === 'later' && 'border border-line-2 text-ink-3',
        )}
      >
        {state === 'done' ? <Check className="size-3.5" strokeWidth={2} /> : n}
      </span>
      <div className="flex min-w-0 flex-wrap items-center gap-x-3">
        <h3 className={classes(state === 'now' ? 'font-strong' : 'font-mid', state === 'done' && 'text-ink-2')}>
          {title}
          {state === 'done' && <span className="sr-only">{`, ${t('flow.done')}`}</span>}
        </h3>
        <span className="ms-auto min-w-0 truncate text-12 text-ink-3">{aside ?? (state === 'later' ? t('flow.later', { n: String(n - 1) }) : undefined)}</span>
      </div>
      {state === 'now' && children && <div className="col-start-2 mt-3 min-w-0">{children}</div>}
    </li>
  );
}
