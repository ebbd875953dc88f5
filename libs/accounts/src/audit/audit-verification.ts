import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { Tenancy } from '@waypost/platform';
import { AuditAnchors } from './audit-anchors.ts';
import { BEGINNING, type BrokenLink, type ChainedEntry, ChainWalk, type Link } from './chain.ts';

export interface Verified {
  /** Entries that were looked at. */
  checked: number;
  /** The last one of them. */
  upTo: number;
  /** Whether the end of the chain was reached; else go on after `upTo`. */
  complete: boolean;
  /** The first link that does not hold. */
  broken: BrokenLink | null;
}

/** A head as it was noted outside of the database. */
export interface NotedHead {
  sequence: number;
  /** In hex. */
  hash: string;
}

interface Head extends Link {
  removed: Link;
}

const BATCH = 1_000;

/** Walks along the chains of the audit and finds the first link that does not hold. */
@Injectable()
export class AuditVerification {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly anchors: AuditAnchors,
  ) {}

  /** Every tenant that has a chain, or what is left of one. */
  async tenants(): Promise<TenantId[]> {
    const found: { id: TenantId }[] = await this.tenancy.system((rows) =>
      rows.query(`SELECT tenant_id AS id FROM audit_head UNION SELECT DISTINCT tenant_id FROM audit_anchor
        UNION SELECT DISTINCT tenant_id FROM audit_entry ORDER BY 1`),
    );
    return found.map(({ id }) => id);
  }

  /**
   * From the beginning, or from behind the entry `after`, at most `limit` entries. `noted` are heads from the log, which
   * must still be in the chain.
   */
  async verify(
    tenantId: TenantId,
    { after, limit = Infinity, noted = [] }: { after?: number; limit?: number; noted?: NotedHead[] } = {},
  ): Promise<Verified> {
    const head = await this.tenancy.run({ tenantId }, (rows) => readHead(rows, tenantId));
    const start = await this.startOf(tenantId, head, after);
    const walk = new ChainWalk(tenantId, start);
    const answer = (broken: BrokenLink | undefined, complete: boolean): Verified => ({
      checked: walk.checked,
      upTo: walk.at.sequence,
      complete,
      broken: broken ?? null,
    });
    const removal = await this.checkRemoval(tenantId, head);
    if (removal) return answer(removal, true);
    const known = new Map(noted.map(({ sequence, hash }) => [sequence, hash]));
    while (walk.checked < limit) {
      const count = Math.min(BATCH, limit - walk.checked);
      const entries = await this.tenancy.run({ tenantId }, (rows) =>
        read(rows, tenantId, walk.at.sequence, count),
      );
      for (const entry of entries) {
        const broken = walk.next(entry) ?? differs(entry, known.get(entry.sequence), 'the log');
        if (broken) return answer(broken, true);
      }
      const anchored = await this.checkAnchors(tenantId, entries);
      if (anchored) return answer(anchored, true);
      if (entries.length < count) return answer(await this.checkEnd(tenantId, walk, noted), true);
    }
    return answer(undefined, false);
  }

  private async startOf(
    tenantId: TenantId,
    head: Head | undefined,
    after: number | undefined,
  ): Promise<Link> {
    const first = head?.removed ?? BEGINNING;
    if (after === undefined || after <= first.sequence) return first;
    const [entry] = await this.tenancy.run({ tenantId }, (rows) => read(rows, tenantId, after - 1, 1));
    return entry?.sequence === after ? { sequence: after, hash: entry.hash } : first;
  }

  /** Entries may only be gone from the beginning by a removal that is on record. */
  private async checkRemoval(tenantId: TenantId, head: Head | undefined): Promise<BrokenLink | undefined> {
    if (!head || head.removed.sequence === 0) return undefined;
    const { sequence, hash } = head.removed;
    const [found]: { hash: Buffer }[] = await this.tenancy.run({ tenantId }, (rows) =>
      rows.query('SELECT hash FROM audit_removal WHERE tenant_id = $1 AND up_to = $2', [tenantId, sequence]),
    );
    return found?.hash.equals(hash)
      ? undefined
      : { sequence, problem: 'what is said to have been removed up to here is not on record' };
  }

  private async checkAnchors(tenantId: TenantId, entries: ChainedEntry[]): Promise<BrokenLink | undefined> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return undefined;
    const found = await this.tenancy.run({ tenantId }, (rows) =>
      readAnchors(rows, tenantId, { from: first.sequence, to: last.sequence }),
    );
    for (const anchor of found) {
      const entry = entries[anchor.sequence - first.sequence];
      const broken =
        (entry && differs(entry, anchor.hash.toString('hex'), 'its anchor')) ||
        (await this.forged(tenantId, anchor));
      if (broken) return broken;
    }
    return undefined;
  }

  private async forged(tenantId: TenantId, anchor: Link & { mac: Buffer }): Promise<BrokenLink | undefined> {
    const mac = await this.anchors.macOf({ ...anchor, tenantId });
    return mac.equals(anchor.mac)
      ? undefined
      : { sequence: anchor.sequence, problem: 'its anchor is forged' };
  }

  /** The chain must end where its head says, and no anchor and no line of the log may stand behind that. */
  private async checkEnd(
    tenantId: TenantId,
    walk: ChainWalk,
    noted: NotedHead[],
  ): Promise<BrokenLink | undefined> {
    for (;;) {
      const { head, last, anchored } = await this.tenancy.run({ tenantId }, async (rows) => ({
        head: await readHead(rows, tenantId),
        ...(await readLast(rows, tenantId)),
      }));
      // Entries that were added while we looked.
      if (last > walk.at.sequence && head && last <= head.sequence) {
        for (const entry of await this.tenancy.run({ tenantId }, (rows) =>
          read(rows, tenantId, walk.at.sequence, BATCH),
        )) {
          const broken = walk.next(entry);
          if (broken) return broken;
        }
        continue;
      }
      const beyond = Math.max(anchored, ...noted.map(({ sequence }) => sequence));
      if (beyond > walk.at.sequence) {
        return {
          sequence: walk.at.sequence + 1,
          problem: `entries up to ${beyond} were anchored and are missing`,
        };
      }
      return walk.end(head);
    }
  }
}

function differs(entry: ChainedEntry, hash: string | undefined, where: string): BrokenLink | undefined {
  if (hash === undefined || entry.hash.toString('hex') === hash) return undefined;
  return { sequence: entry.sequence, problem: `its hash is not the one in ${where}` };
}

async function readHead(rows: EntityManager, tenantId: TenantId): Promise<Head | undefined> {
  const [row]: { sequence: string; hash: Buffer; removed_sequence: string; removed_hash: Buffer }[] =
    await rows.query(
      'SELECT sequence, hash, removed_sequence, removed_hash FROM audit_head WHERE tenant_id = $1',
      [tenantId],
    );
  return (
    row && {
      sequence: Number(row.sequence),
      hash: row.hash,
      removed: { sequence: Number(row.removed_sequence), hash: row.removed_hash },
    }
  );
}

async function readLast(
  rows: EntityManager,
  tenantId: TenantId,
): Promise<{ last: number; anchored: number }> {
  const [row]: { last: string | null; anchored: string | null }[] = await rows.query(
    `SELECT (SELECT max(sequence) FROM audit_entry WHERE tenant_id = $1) AS last,
            (SELECT max(sequence) FROM audit_anchor WHERE tenant_id = $1) AS anchored`,
    [tenantId],
  );
  return { last: Number(row?.last ?? 0), anchored: Number(row?.anchored ?? 0) };
}

async function read(
  rows: EntityManager,
  tenantId: TenantId,
  after: number,
  limit: number,
): Promise<ChainedEntry[]> {
  const found: (Omit<ChainedEntry, 'sequence' | 'searched'> &
    ChainedEntry['searched'] & { sequence: string })[] = await rows.query(
    `SELECT sequence, prev_hash AS "prevHash", hash, content, at, action, target_id AS "targetId"
       FROM audit_entry WHERE tenant_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
    [tenantId, after, limit],
  );
  return found.map(({ at, action, targetId, ...entry }) => ({
    ...entry,
    sequence: Number(entry.sequence),
    searched: { at, action, targetId },
  }));
}

async function readAnchors(
  rows: EntityManager,
  tenantId: TenantId,
  { from, to }: { from: number; to: number },
): Promise<(Link & { mac: Buffer })[]> {
  const found: { sequence: string; hash: Buffer; mac: Buffer }[] = await rows.query(
    'SELECT sequence, hash, mac FROM audit_anchor WHERE tenant_id = $1 AND sequence BETWEEN $2 AND $3 ORDER BY sequence',
    [tenantId, from, to],
  );
  return found.map((anchor) => ({ ...anchor, sequence: Number(anchor.sequence) }));
}
