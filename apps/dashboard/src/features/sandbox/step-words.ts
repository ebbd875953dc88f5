import { useFormatter, useNow, useTranslations } from 'use-intl';
import type { Step } from './steps.ts';
import { useProjects } from './use-sandbox.ts';

export type CallTone = 'door' | 'ok' | 'bad' | 'open';

export function callTone(step: Step): CallTone {
  if (step.kind !== 'call') return step.kind === 'split' && step.state === 'quarantined' ? 'bad' : 'door';
  const { attempt, delivery } = step;
  if (!attempt) return delivery.state === 'failed' || delivery.state === 'cancelled' ? 'bad' : 'open';
  return attempt.status !== null && attempt.status >= 200 && attempt.status < 300 ? 'ok' : 'bad';
}

/** Title, what stands beside it, and the line below it. */
export function useStepWords() {
  const t = useTranslations('sandbox.trace');
  const format = useFormatter();
  const now = useNow({ updateInterval: 1_000 });
  const projects = useProjects();
  const secondsUntil = (instant: string) => Math.round((Date.parse(instant) - now.getTime()) / 1_000);
  const ms = (value: number) => format.number(value, { maximumFractionDigits: value < 100 ? 1 : 0, minimumFractionDigits: Number.isInteger(value) || value >= 100 ? 0 : 1 });

  const callLine = ({ delivery, attempt, last }: Step & { kind: 'call' }): string => {
    const base = attempt && attempt.number > 1 ? t('attempt', { number: attempt.number }) : t('priority', { priority: delivery.priority });
    if (attempt && callTone({ kind: 'call', delivery, attempt, last, key: '', at: 0, took: 0 }) === 'ok') return base;
    if (!last) return t('failedThenAgain', { number: (attempt?.number ?? 0) + 1 });
    const health = projects?.get(delivery.projectId)?.health;
    if (health?.breaker === 'open' && (delivery.state === 'waiting' || delivery.state === 'pending')) {
      const wait = health.openUntil === null ? 0 : secondsUntil(health.openUntil);
      return wait > 0 ? t('circuitUntil', { seconds: wait }) : t('circuit');
    }
    switch (delivery.state) {
      case 'waiting': {
        const wait = delivery.nextAttemptAt === null ? null : secondsUntil(delivery.nextAttemptAt);
        return wait === null ? t('held') : wait > 0 ? t('againIn', { seconds: wait }) : t('againNow');
      }
      case 'failed':
        return t('failedForGood', { error: attempt?.error ?? delivery.lastError ?? '' });
      case 'cancelled':
        return t('cancelled', { cause: delivery.cause ?? '' });
      case 'delivering':
        return t('calling');
      case 'pending':
        return delivery.nextAttemptAt === null ? t('held') : t('itsTurn');
      default:
        return base;
    }
  };

  const words = (step: Step): { title: string; note: string; line: string } => {
    switch (step.kind) {
      case 'received':
        return { title: t('received'), note: t('bytes', { bytes: format.number(step.bytes) }), line: t('receivedLine') };
      case 'stored':
        return {
          title: t('stored'),
          note: step.answeredAt === null ? '' : t('answeredAt', { ms: ms(step.answeredAt) }),
          line: step.rows === null ? t('storedLine') : t('commit', { others: Math.max(0, step.rows - 1) }),
        };
      case 'split':
        return {
          title: t('split'),
          note: step.state === 'quarantined' ? t('notSplit') : step.events === 0 ? t('dropped') : t('routes', { count: step.routes }),
          line:
            step.state === 'quarantined'
              ? t('quarantined')
              : step.events === 0
                ? t('cameBefore')
                : step.routes === 0
                  ? t('noRoute', { count: step.items })
                  : t('fresh', { count: step.items }),
        };
      case 'call':
        return { title: step.delivery.projectName, note: String(step.attempt?.status ?? (step.attempt ? t('noAnswer') : '')), line: callLine(step) };
    }
  };
  return (step: Step) => ({ ...words(step), ms });
}
