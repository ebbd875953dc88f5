import { ChevronRight, CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { classes } from '../../ui/classes.ts';

type Breaker = 'closed' | 'open' | 'half_open';

const states: { state: Breaker; icon: LucideIcon; now: string }[] = [
  { state: 'closed', icon: CircleCheck, now: 'border-ok-line bg-ok-soft text-ok' },
  { state: 'open', icon: CircleX, now: 'border-bad-line bg-bad-soft text-bad' },
  { state: 'half_open', icon: CircleDashed, now: 'border-warn-line bg-warn-soft text-warn' },
];

/** The three states that a circuit goes through, and where it is. */
export function BreakerState({ breaker }: { breaker: Breaker }) {
  const t = useTranslations('projects');
  return (
    <ol className="grid grid-cols-[1fr_20px_1fr_20px_1fr] items-center" aria-label={t('panel.circuit')}>
      {states.map(({ state, icon: Icon, now }, index) => (
        <Fragment key={state}>
          {index > 0 && (
            <li aria-hidden role="presentation" className="grid place-items-center">
              <ChevronRight className="size-4 text-ink-3" strokeWidth={1.5} />
            </li>
          )}
          <li
            aria-current={state === breaker ? 'step' : undefined}
            className={classes(
              'flex h-8 items-center justify-center gap-1.5 rounded-2 border font-mid whitespace-nowrap',
              state === breaker ? now : 'border-line text-ink-3',
            )}
          >
            {state === breaker && <Icon aria-hidden className="size-4" strokeWidth={1.5} />}
            {t(`circuit.${state}`)}
          </li>
        </Fragment>
      ))}
    </ol>
  );
}

/** What is left until an instant, counted down. */
export function Countdown({ until }: { until: string }) {
  const t = useTranslations('projects');
  const now = useNow({ updateInterval: 1_000 });
  const left = Math.ceil((new Date(until).getTime() - now.getTime()) / 1_000);
  if (left <= 0) return t('panel.now');
  const minutes = Math.floor(left / 60);
  const seconds = String(left % 60);
  return t('panel.in', { time: minutes > 0 ? t('panel.minutes', { minutes: String(minutes), seconds }) : t('panel.seconds', { seconds }) });
}
