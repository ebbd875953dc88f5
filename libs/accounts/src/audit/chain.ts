import { createHash } from 'node:crypto';

/** A row of `audit_entry`. */
export interface ChainedEntry {
  sequence: number;
  prevHash: Buffer;
  hash: Buffer;
  content: string;
  /** What the database searches by; made from the content, and checked against it. */
  searched: { at: string | null; action: string | null; targetId: string | null };
}

/** A place in a chain: up to here, and with this hash. */
export interface Link {
  sequence: number;
  hash: Buffer;
}

export interface BrokenLink {
  sequence: number;
  /** What does not match, in words. */
  problem: string;
}

/** Before the first entry. */
export const BEGINNING: Link = { sequence: 0, hash: Buffer.alloc(32) };

/** SHA-256 of five lines joined by LF: `waypost-audit-1`, tenant, sequence, hash before in hex, content. */
export function hashOf(
  tenantId: string,
  { sequence, prevHash, content }: Omit<ChainedEntry, 'hash' | 'searched'>,
): Buffer {
  const lines = ['waypost-audit-1', tenantId, String(sequence), prevHash.toString('hex'), content];
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest();
}

/** Walks along a chain, oldest entry first. */
export class ChainWalk {
  checked = 0;

  constructor(
    private readonly tenantId: string,
    public at: Link,
  ) {}

  /** The first thing that is wrong with the next entry, or undefined. */
  next(entry: ChainedEntry): BrokenLink | undefined {
    const expected = this.at.sequence + 1;
    if (entry.sequence !== expected) {
      const missing = entry.sequence - expected;
      return {
        sequence: expected,
        problem: `${missing === 1 ? 'the entry is' : `${missing} entries are`} missing`,
      };
    }
    const problem = this.problemOf(entry);
    if (problem) return { sequence: entry.sequence, problem };
    this.at = { sequence: entry.sequence, hash: entry.hash };
    this.checked += 1;
    return undefined;
  }

  /** The first thing that is wrong with where the chain ends, or undefined. */
  end(head: Link | undefined): BrokenLink | undefined {
    const { sequence, hash } = this.at;
    if (!head) return sequence === 0 ? undefined : { sequence, problem: 'the chain has no head' };
    if (head.sequence > sequence)
      return {
        sequence: sequence + 1,
        problem: `the last ${head.sequence - sequence} entries up to ${head.sequence} are missing`,
      };
    if (head.sequence < sequence)
      return { sequence: head.sequence + 1, problem: `the head of the chain ends at ${head.sequence}` };
    return head.hash.equals(hash)
      ? undefined
      : { sequence, problem: 'the head of the chain has another hash' };
  }

  private problemOf(entry: ChainedEntry): string | undefined {
    if (!entry.prevHash.equals(this.at.hash))
      return 'it does not follow on the entry before it: prev_hash is not its hash';
    if (!entry.hash.equals(hashOf(this.tenantId, entry))) return 'its hash is not that of its content';
    const { at, action, target } = JSON.parse(entry.content) as {
      at?: string;
      action?: string;
      target?: { id?: string };
    };
    const { searched } = entry;
    const same =
      searched.at === (at ?? null) &&
      searched.action === (action ?? null) &&
      searched.targetId === (target?.id ?? null);
    return same ? undefined : 'the columns that it is found by are not those of its content';
  }
}
