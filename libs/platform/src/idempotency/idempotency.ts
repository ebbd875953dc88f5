import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import type { EntityManager } from 'typeorm';
import { Clock } from '../clock.ts';
import { SecretBox } from '../crypto/secret-box.ts';
import { AppError } from '../errors/app-error.ts';
import { type OnceOnly, Tenancy } from '../tenancy/tenancy.ts';

const KEPT_MS = 24 * 3_600_000;
/** For so long nobody else makes a call that somebody has begun. Longer than any call takes. */
const LEASE_MS = 60_000;
/** For so long a repetition waits for the first call to end. */
const PATIENCE_MS = 3_000;

export interface RepeatableCall {
  tenantId: TenantId;
  /** A UUID made of who calls and the key that they sent. */
  id: string;
  /** A hash of everything that makes the call what it is. */
  fingerprint: Buffer;
}

/** What was answered to the first call. */
export interface KeptAnswer {
  status: number;
  /** JSON, or null without a body. */
  body: string | null;
}

interface Row {
  fingerprint: Buffer;
  status: number | null;
  answer: Buffer | null;
  effective: boolean;
  leased_until: Date;
}

/** The row is taken anew when its time is over, or when its owner has died before anything was committed. */
const BEGIN = `
  INSERT INTO idempotency_key AS kept (tenant_id, id, fingerprint, owner, leased_until, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (tenant_id, id) DO UPDATE SET fingerprint = excluded.fingerprint, owner = excluded.owner,
    leased_until = excluded.leased_until, expires_at = excluded.expires_at, effective = false, status = null, answer = null
  WHERE kept.expires_at <= $7
    OR (kept.status IS NULL AND NOT kept.effective AND kept.leased_until <= $7 AND kept.fingerprint = excluded.fingerprint)
  RETURNING true AS mine`;
const FINISH = `
  UPDATE idempotency_key SET status = $4, answer = $5 WHERE tenant_id = $1 AND id = $2 AND owner = $3`;

/**
 * Calls that may be sent again and have their effect once. The first one takes a row, its transactions mark the row
 * effective as they commit, and its answer is kept, sealed, for a day. A process that dies in between leaves the row
 * behind: if nothing was committed the next repetition makes the call, otherwise it learns that the answer is lost.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Either the call is now the caller's to make, or it has been made. Throws `idempotency_conflict` when the key was
   * used for another call, `idempotency_running` while the first one takes long, `idempotency_unknown` when its
   * answer is lost.
   */
  async begin(call: RepeatableCall): Promise<{ mine: OnceOnly } | { kept: KeptAnswer }> {
    const { tenantId, id } = call;
    const patience = Date.now() + PATIENCE_MS;
    for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
      const owner = randomUUID();
      const row = await this.tenancy.run({ tenantId }, (rows) => this.take(rows, call, owner));
      if (!row) return { mine: { tenantId, id, owner } };
      if (!row.fingerprint.equals(call.fingerprint)) throw conflict();
      if (row.status !== null && row.answer !== null) {
        const answer: unknown = JSON.parse(await this.box.open(placeOf(call), row.answer));
        return { kept: { status: row.status, body: typeof answer === 'string' ? answer : null } };
      }
      if (row.effective && row.leased_until <= this.clock.now()) throw lost();
      if (Date.now() + wait > patience) throw running();
      await pause(wait);
    }
  }

  /** What repetitions are answered from now on. */
  async keep(mine: OnceOnly, { status, body }: KeptAnswer): Promise<void> {
    const sealed = await this.box.seal(placeOf(mine), JSON.stringify(body));
    const { tenantId, id, owner } = mine;
    await this.tenancy.run({ tenantId }, (rows) => rows.query(FINISH, [tenantId, id, owner, status, sealed]));
  }

  /** The call was in vain and may be made again; false when it has had effect nevertheless. */
  async forget({ tenantId, id, owner }: OnceOnly): Promise<boolean> {
    const [deleted]: [unknown[], number] = await this.tenancy.run({ tenantId }, (rows) =>
      rows.query(
        `DELETE FROM idempotency_key WHERE tenant_id = $1 AND id = $2 AND owner = $3 AND NOT effective
         RETURNING id`,
        [tenantId, id, owner],
      ),
    );
    return deleted.length > 0;
  }

  /** For an answer that must not be kept: the next call with the key is made like a first one. */
  async drop({ tenantId, id, owner }: OnceOnly): Promise<void> {
    await this.tenancy.run({ tenantId }, (rows) =>
      rows.query('DELETE FROM idempotency_key WHERE tenant_id = $1 AND id = $2 AND owner = $3', [
        tenantId,
        id,
        owner,
      ]),
    );
  }

  /** Undefined when the row is the owner's now. */
  private async take(
    rows: EntityManager,
    { tenantId, id, fingerprint }: RepeatableCall,
    owner: string,
  ): Promise<Row | undefined> {
    const now = this.clock.now();
    const later = (ms: number) => new Date(now.getTime() + ms);
    const values = [tenantId, id, fingerprint, owner, later(LEASE_MS), later(KEPT_MS), now];
    const taken: unknown[] = await rows.query(BEGIN, values);
    if (taken.length > 0) return undefined;
    const [row]: Row[] = await rows.query(
      `SELECT fingerprint, status, answer, effective, leased_until FROM idempotency_key
       WHERE tenant_id = $1 AND id = $2`,
      [tenantId, id],
    );
    // Forgotten in this very moment: the next look takes it.
    return (
      row ?? { fingerprint, status: null, answer: null, effective: false, leased_until: later(LEASE_MS) }
    );
  }
}

function placeOf({ tenantId, id }: { tenantId: TenantId; id: string }) {
  return { tenantId, table: 'idempotency_key', column: 'answer', rowId: id };
}

function conflict(): AppError {
  return new AppError(
    'idempotency_conflict',
    'This Idempotency-Key was sent before with another call. Take a new key for each new call.',
  );
}

function running(): AppError {
  return new AppError('idempotency_running', {
    detail: 'The first call with this Idempotency-Key has not ended yet. Send it again in a moment.',
    retryAfter: 2,
  });
}

function lost(): AppError {
  return new AppError(
    'idempotency_unknown',
    'The first call with this Idempotency-Key was carried out, at least in part, but broke off before it was answered. Look what there is before you call with a new key.',
  );
}
