import { CircleAlert, Lock, type LucideIcon, SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../data/client.ts';
import { Button } from './button.tsx';
import { classes } from './classes.ts';

/** What stands in the shape of content for longer than 200 ms; before that nothing, so that fast pages do not blink. */
export function Skeleton({ rows = 6, className }: { rows?: number; className?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200);
    return () => clearTimeout(timer);
  }, []);
  const t = useTranslations('ui');
  return (
    <div role="status" aria-label={t('loading')} className={classes('flex flex-col', className)}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-9 items-center gap-4 border-b border-line px-4 last:border-0">
          {late && (
            <>
              <span className="h-2.5 w-20 rounded-1 bg-surface-3" />
              <span className="h-2.5 flex-1 rounded-1 bg-surface-3" style={{ maxWidth: `${40 + ((row * 17) % 30)}%` }} />
              <span className="ms-auto h-2.5 w-16 rounded-1 bg-surface-3" />
            </>
          )}
        </div>
      ))}
    </div>
  );
}

interface MessageProps {
  icon: LucideIcon;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** First use, nothing found, an error: three different things in one shape. */
export function Message({ icon: Icon, title, children, action }: MessageProps) {
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      <span className="mb-2 grid size-10 place-items-center rounded-full bg-surface-3 text-ink-2">
        <Icon aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <p className="text-14 font-strong">{title}</p>
      {children && <div className="max-w-100 text-ink-2">{children}</div>}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}

export function NothingFound({ onClear, children }: { onClear?: () => void; children?: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <Message icon={SearchX} title={t('nothingFound')} action={onClear && <Button onClick={onClear}>{t('clearFilters')}</Button>}>
      {children ?? t('nothingFoundHint')}
    </Message>
  );
}

/** What happened, why, what to do: the words of the API's problem. */
export function Failure({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const t = useTranslations('ui');
  const forbidden = problem.status === 403;
  return (
    <Message
      icon={forbidden ? Lock : CircleAlert}
      title={forbidden ? t('forbidden') : problem.title}
      action={onRetry && !forbidden && <Button onClick={onRetry}>{t('tryAgain')}</Button>}
    >
      <p dir="auto">{problem.detail}</p>
      {problem.requestId && <p className="mono mt-2 text-ink-3">{problem.requestId}</p>}
    </Message>
  );
}
