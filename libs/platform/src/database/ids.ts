import { v7 } from 'uuid';
import type { Id } from '@waypost/contracts';

/** A new UUIDv7: sortable by the time of its making, monotonic within the process. */
export function newId<Name extends string>(): Id<Name> {
  return v7();
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
