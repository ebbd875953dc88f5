import { defaultCustomer, type Customer } from './customer.ts';
import type { BusinessNumber, ItemUpdate } from './envelope.ts';
import { wamid } from './ids.ts';
import { statusUpdate, type StatusName, type StatusOptions } from './statuses.ts';

/** How it ends: `skipped` has no `delivered` because it was read at once; a recovered one is delivered after all. */
const steps = {
  read: ['sent', 'delivered', 'read'],
  delivered: ['sent', 'delivered'],
  skipped: ['sent', 'read'],
  played: ['sent', 'delivered', 'read', 'played'],
  sent: ['sent'],
  failed: ['sent', 'failed'],
  recovered: ['sent', 'failed', 'delivered'],
} as const satisfies Record<string, readonly StatusName[]>;

export type StatusEnding = keyof typeof steps;
export const statusEndings = Object.keys(steps) as StatusEnding[];

/** `late`: of days ago. `ahead`: stamped by a clock that is before ours. */
export const tellings = ['in_order', 'reversed', 'same_second', 'late', 'ahead'] as const;
export type Telling = (typeof tellings)[number];

const second = 1_000;
const day = 24 * 3_600 * second;
const offsets: Record<Telling, number> = {
  in_order: 0,
  reversed: 0,
  same_second: 0,
  late: -6 * day,
  ahead: 90 * second,
};

/**
 * All statuses of one message in the order in which Meta tells them. Stamps are two seconds apart, except
 * where all fall into the same second. `pricing` stands on `sent` and on the first of delivered and read.
 */
export function statusStory(
  number: BusinessNumber,
  {
    ending = 'read',
    telling = 'in_order',
    at = new Date(),
    to = defaultCustomer,
    messageId,
    ...rest
  }: Omit<StatusOptions, 'status'> & { ending?: StatusEnding; telling?: Telling } = {},
): ItemUpdate[] {
  const id = messageId ?? wamid(seedOf(to), 'outbound');
  const begin = at.getTime() + offsets[telling];
  const names: readonly StatusName[] = steps[ending];
  const priced = names.find((name) => name === 'delivered' || name === 'read');
  const told = names.map((status, index) => {
    const stamp = new Date(begin + (telling === 'same_second' ? 0 : index * 2 * second));
    return statusUpdate(number, { ...rest, priced: status === priced, status, messageId: id, to, at: stamp });
  });
  return telling === 'reversed' ? told.reverse() : told;
}

function seedOf(to: string | Customer): string {
  return (typeof to === 'string' ? to : (to.phone ?? to.username ?? defaultCustomer)).slice(0, 15);
}
