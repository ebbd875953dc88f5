import { Ban, CircleCheck, CircleX, Clock3, type LucideIcon, RefreshCw, Timer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useNumbers } from '../../data/lists.ts';
import { classes } from '../../ui/classes.ts';
import type { Tone } from '../../ui/tag.tsx';
import type { State } from './delivery-search.ts';
import { errorWord, kindWords, readablePhone } from './words.ts';

export const stateLooks: Record<State, { icon: LucideIcon; tone: Tone; ink: string }> = {
  pending: { icon: Timer, tone: 'neutral', ink: 'text-ink-3' },
  delivering: { icon: RefreshCw, tone: 'brand', ink: 'text-brand-text' },
  delivered: { icon: CircleCheck, tone: 'ok', ink: 'text-ok' },
  waiting: { icon: Clock3, tone: 'warn', ink: 'text-warn' },
  failed: { icon: CircleX, tone: 'bad', ink: 'text-bad' },
  cancelled: { icon: Ban, tone: 'neutral', ink: 'text-ink-3' },
};

/** A state is a sign and a word. */
export function StateMark({ state }: { state: State }) {
  const t = useTranslations('deliveries');
  const { icon: Icon, ink } = stateLooks[state];
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <Icon aria-hidden className={classes('size-4 shrink-0', ink)} strokeWidth={1.5} />
      {t(`states.${state}`)}
    </span>
  );
}

/** "message · text", and how many other kinds there are. */
export function useKindText(): (kinds: string[]) => string {
  const t = useTranslations('deliveries');
  return (kinds) => {
    const [first] = kinds;
    if (first === undefined) return t('kinds.none');
    const { group, name } = kindWords(first);
    const text = group === 'other' ? name : name ? t(`kinds.${group}Named`, { name }) : t(`kinds.${group}`);
    return kinds.length > 1 ? t('kinds.more', { first: text, count: kinds.length - 1 }) : text;
  };
}

/** A number as people know it; Meta's id where it is not ours any more. */
export function useNumberText(): (phoneNumberId: string | null) => string {
  const t = useTranslations('deliveries');
  const numbers = useNumbers();
  return (phoneNumberId) => {
    if (phoneNumberId === null) return t('noNumber');
    const known = numbers.data?.find((number) => number.phoneNumberId === phoneNumberId);
    return known ? readablePhone(known.phoneNumber) : phoneNumberId;
  };
}

interface Answered {
  state: State;
  lastStatus: number | null;
  lastError: string | null;
  attempts: number;
}

/** The last status, or in a word why there was none. */
export function Answer({ delivery }: { delivery: Answered }) {
  const t = useTranslations('deliveries');
  const { state, lastStatus, lastError } = delivery;
  if (state === 'delivering') return <span className="text-ink-3">…</span>;
  if (lastStatus !== null)
    return <span className={classes('mono', lastError !== null && 'text-bad')}>{lastStatus}</span>;
  if (lastError === null) return <span className="text-ink-3">{t('noAnswerYet')}</span>;
  return <span className="mono text-bad">{t(`errors.${errorWord(lastError)}`)}</span>;
}
