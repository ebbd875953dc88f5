import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';

interface Toast {
  id: number;
  tone: 'ok' | 'bad';
  text: string;
  detail?: string;
  undo?: () => void;
}

const MOST = 3;
const LIFE_MS = 6_000;
let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function put(next: Toast[]): void {
  toasts = next;
  for (const tell of listeners) tell();
}

const drop = (id: number) => put(toasts.filter((toast) => toast.id !== id));

/** Says what happened, at the end of the screen, for six seconds. */
export function toast(text: string, options: { tone?: 'ok' | 'bad'; detail?: string; undo?: () => void } = {}): void {
  const made = { id: nextId++, tone: options.tone ?? 'ok', text, detail: options.detail, undo: options.undo };
  put([...toasts, made].slice(-MOST));
  setTimeout(() => drop(made.id), LIFE_MS);
}

export function Toasts() {
  const t = useTranslations('ui');
  const shown = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => toasts,
  );
  return (
    <div role="status" aria-live="polite" className="pointer-events-none fixed end-4 bottom-4 z-60 flex w-80 max-w-[calc(100vw-32px)] flex-col gap-2">
      {shown.map(({ id, tone, text, detail, undo }) => (
        <div key={id} className="pointer-events-auto flex animate-rise items-start gap-2 rounded-3 bg-surface-1 p-3 shadow-float dark:bg-surface-2">
          {tone === 'ok' ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" strokeWidth={1.5} />
          ) : (
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" strokeWidth={1.5} />
          )}
          <div className="min-w-0 flex-1">
            <p dir="auto" className="aligned font-mid">{text}</p>
            {detail && <p dir="auto" className="aligned text-12 text-ink-2">{detail}</p>}
          </div>
          {undo && (
            <Button size="xs" onClick={() => (undo(), drop(id))}>
              {t('undo')}
            </Button>
          )}
          <Button size="xs" look="bare" icon={X} iconOnly onClick={() => drop(id)}>
            {t('close')}
          </Button>
        </div>
      ))}
    </div>
  );
}
