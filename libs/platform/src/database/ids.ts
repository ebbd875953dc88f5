import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Id } from '@waypost/contracts';

/** Random bytes are drawn for many ids at once: a draw each costs more than all the rest of an id. */
const pool = Buffer.alloc(16 * 256);
let drawn = pool.length;
let sequence = 0;
let latest = 0;

/** A new UUIDv7: sortable by the time of its making, monotonic within the process. */
export function newId<Name extends string>(): Id<Name> {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  sequence = (sequence + 1) >>> 0;
  // A clock that is set back must not bring older ids.
  latest = Math.max(latest, Date.now());
  return v7({ msecs: latest, seq: sequence, random: pool.subarray(drawn, (drawn += 16)) });
}

/** The smallest UUIDv7 of an instant: a boundary for partitions and for filters by time. */
export function lowestIdAt(instant: Date): string {
  const hex = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

/** The instant in which a UUIDv7 was made, to the millisecond. */
export function instantOf(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
