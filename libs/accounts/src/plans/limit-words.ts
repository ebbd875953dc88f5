import type { LimitUse, PlanLimit } from '@waypost/contracts';

/** One and several of what a limit counts. */
const things: Record<PlanLimit, [string, string]> = {
  messagesPerMinute: ['message per minute', 'messages per minute'],
  messagesPerMonth: ['message per month', 'messages per month'],
  apiCallsPerMinute: ['API call per minute', 'API calls per minute'],
  numbers: ['number', 'numbers'],
  projects: ['project', 'projects'],
  users: ['person', 'people'],
  contacts: ['contact', 'contacts'],
  apiKeys: ['API key', 'API keys'],
  retentionDays: ['day of history', 'days of history'],
};

const inUse: Partial<Record<PlanLimit, string>> = {
  users: 'are members or invited',
};
const freeing: Partial<Record<PlanLimit, string>> = {
  users: 'Remove a member or an invitation',
  apiKeys: 'Delete a key',
};

/** `2 numbers`, `1 person`. */
export function counted(name: PlanLimit, count: number): string {
  const [one, several] = things[name];
  return `${count.toLocaleString('en')} ${count === 1 ? one : several}`;
}

/** Why nothing can be added, and the way out. `next` is the name of a plan with more room. */
export function limitReached(plan: string, { name, used, max }: LimitUse, next: string | undefined): string {
  const out = freeing[name] ?? 'Delete one';
  const ask = next === undefined ? 'for a plan with more room' : `for ${next}`;
  return (
    `Your plan ${plan} has room for ${counted(name, max ?? 0)}, and ${used.toLocaleString('en')} ` +
    `${inUse[name] ?? (used === 1 ? 'is in use' : 'are in use')}. ${out}, or ask the operator of this Waypost ${ask}.`
  );
}

/** What a change of plan means for one limit, in plain words. */
export function consequence({ name, used, maxNow, maxThen }: Consequence): string {
  if (used !== null && maxThen !== null && used > maxThen) {
    const kept = used === 1 ? 'It is kept' : 'All are kept';
    const until = maxThen === 0 ? '' : ` until fewer than ${maxThen.toLocaleString('en')} are left`;
    return (
      `${counted(name, used)} ${used === 1 ? 'is' : 'are'} in use and the plan has room for ` +
      `${maxThen.toLocaleString('en')}. ${kept}, and no more can be added${until}.`
    );
  }
  if (name === 'retentionDays' && maxThen !== null && less(maxThen, maxNow)) {
    return `History is kept for ${maxThen.toLocaleString('en')} days; what is older is deleted soon after the change.`;
  }
  const [, several] = things[name];
  const words = (max: number | null) => (max === null ? 'without limit' : max.toLocaleString('en'));
  if (maxThen === maxNow) return `No change: ${several} ${words(maxNow)}.`;
  return `${less(maxThen, maxNow) ? 'Less' : 'More'}: ${several} ${words(maxNow)} now, ${words(maxThen)} then.`;
}

export interface Consequence {
  name: PlanLimit;
  /** Null for what has no current use, such as a rate. */
  used: number | null;
  maxNow: number | null;
  maxThen: number | null;
}

function less(then: number | null, now: number | null): boolean {
  return then !== null && (now === null || then < now);
}
