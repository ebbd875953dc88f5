import { batch, type Envelope, type Update } from './envelope.ts';

/** In which POSTs, how often and in which order a set of updates is told. */
export interface Disorder {
  /** Updates per POST; Meta batches up to 1,000. Default 1. */
  perPost?: number;
  /** Updates per change; default: as many as belong to one number. */
  itemsPerChange?: number;
  /** Mixes the updates before they are packed, and the POSTs before they go out. */
  shuffle?: boolean;
  /** Sends every POST this many times more, byte for byte. */
  duplicates?: number;
  /** `together`: duplicates go out beside their original. `apart`: after all originals were answered. */
  duplicatesComing?: 'together' | 'apart';
  /** Further rounds in which the same updates are regrouped into POSTs of other sizes. */
  repack?: number;
  /** Share of the updates, 0 to 1, that is never told: Meta promises no `read`, and may skip `delivered`. */
  loss?: number;
  /** Bytes of one POST at most, unless a single update has more. Default: Meta's 3 MB. */
  maxBytes?: number;
  /** Bytes of a POST that tells this update alone; without it POSTs are bounded by `perPost` only. */
  sizeOf?: (update: Update) => number;
  /** Makes shuffling, regrouping and loss repeatable. */
  seed?: number;
}

/** What Meta puts into one POST at most. */
const metaMaxBytes = 3 * 1024 * 1024;

/**
 * Decides the POSTs, in waves: those of one wave may be under way at the same time, a wave begins when
 * every POST of the one before was answered once. Every update that is
 * not lost is in the first wave exactly once.
 */
export function planPosts(updates: readonly Update[], disorder: Disorder = {}): Envelope[][] {
  const { perPost = 1, itemsPerChange, duplicates = 0, duplicatesComing = 'together', repack = 0 } = disorder;
  const { loss = 0, maxBytes = metaMaxBytes, sizeOf } = disorder;
  const random = randomFrom(disorder.seed);
  const told = loss > 0 ? updates.filter(() => random() >= loss) : updates;
  const mix = <T>(list: readonly T[]): T[] => (disorder.shuffle ? shuffled(list, random) : [...list]);
  const fitting = (group: Update[]): Update[][] =>
    sizeOf && group.length > 1 ? withinBytes(group, maxBytes, sizeOf) : [group];
  const pack = (groups: Update[][]): Envelope[] =>
    groups.flatMap(fitting).map((group) => batch(group, { itemsPerChange }));

  const originals = pack(groupsOf(mix(told), () => perPost));
  const waves =
    duplicatesComing === 'together' ? [mix(repeated(originals, duplicates + 1))] : [mix(originals)];
  for (let round = 0; duplicatesComing === 'apart' && round < duplicates; round += 1)
    waves.push(mix(originals));
  for (let round = 0; round < repack; round += 1) {
    const size = () => 1 + Math.floor(random() * perPost * 2);
    waves.push(mix(pack(groupsOf(mix(told), size))));
  }
  return waves;
}

function groupsOf<T>(list: readonly T[], size: () => number): T[][] {
  const groups: T[][] = [];
  for (let start = 0; start < list.length;) {
    const group = list.slice(start, start + size());
    groups.push(group);
    start += group.length;
  }
  return groups;
}

/** Told together, updates share an envelope: the sum of what each has alone is never less than the whole. */
function withinBytes(group: Update[], maxBytes: number, sizeOf: (update: Update) => number): Update[][] {
  const parts: Update[][] = [];
  let room = 0;
  for (const update of group) {
    const size = sizeOf(update);
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = maxBytes;
    }
    parts.at(-1)?.push(update);
    room -= size;
  }
  return parts;
}

/** Copies stand next to their original, so that they really meet. */
function repeated<T>(list: readonly T[], times: number): T[] {
  return list.flatMap((each) => Array.from({ length: times }, () => each));
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((each) => ({ each, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number | undefined): () => number {
  if (seed === undefined) return Math.random;
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
