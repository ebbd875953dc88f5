import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock, GroupCommit, Log, newId, SYSTEM } from '@waypost/platform';
import type { AttemptResult, DeliveryJob } from './delivery-job.ts';
import type { Verdict } from './schedule.ts';

export type Cause = 'bulk_cancelled' | 'project_disabled' | 'tenant_suspended' | 'body_expired';

interface Row {
  job: DeliveryJob;
  state: 'delivered' | 'failed' | 'waiting' | 'cancelled';
  cause: Cause | null;
  /** ISO, or `infinity` for held work. */
  nextAt: string;
  error: string | null;
  attempt: AttemptResult | null;
}

const TRIES = 8;
const MAX_ERROR = 500;

/** Writes what became of deliveries, many in one statement; a row counts only while it bears the job's fence. */
@Injectable()
export class Results {
  private readonly rows = new GroupCommit<Row>({
    commit: (rows) => this.store(rows),
    sizeOf: ({ attempt }) => 200 + (attempt?.kind === 'answered' ? attempt.response.length : 0),
    maxBufferedRows: Infinity,
    maxBufferedBytes: Infinity,
  });

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  record(job: DeliveryJob, attempt: AttemptResult, verdict: Verdict): Promise<void> {
    const waitMs = verdict.state === 'waiting' ? verdict.waitMs : 0;
    const nextAt = new Date(this.clock.now().getTime() + waitMs).toISOString();
    return this.add({ job, state: verdict.state, cause: null, nextAt, error: verdict.error, attempt });
  }

  /** Not sent after all: the row is due again at once, for whoever has room. */
  handBack(job: DeliveryJob): Promise<void> {
    return this.add({ ...unsent(job, this.clock), state: 'waiting' });
  }

  hold(job: DeliveryJob): Promise<void> {
    return this.add({ ...unsent(job, this.clock), state: 'waiting', cause: 'tenant_suspended', nextAt: 'infinity' });
  }

  cancel(job: DeliveryJob, cause: Cause): Promise<void> {
    return this.add({ ...unsent(job, this.clock), state: 'cancelled', cause });
  }

  drained(): Promise<void> {
    return this.rows.drained();
  }

  private async add(row: Row): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.rows.add(row);
      } catch (error) {
        if (tries === TRIES) {
          // The lease runs out and the delivery goes out again: twice is allowed, never is not.
          return this.log.failure('result of a delivery not stored', error, { deliveryId: row.job.id });
        }
        await new Promise((again) => setTimeout(again, 100 * 2 ** tries));
      }
    }
  }

  private async store(rows: Row[]): Promise<void> {
    const ids = rows.map(({ job }) => job.id).sort();
    const now = this.clock.now();
    // The bounds let the planner leave out the partitions of other days.
    await this.database.query(
      `WITH result AS (
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::timestamptz[], $7::text[],
                              $8::uuid[], $9::int[], $10::timestamptz[], $11::int[], $12::int[], $13::bytea[])
           AS u(tenant_id, id, fence, state, cause, next_at, error, attempt_id, number, started_at, duration_ms, status,
                response)),
       settled AS (
         UPDATE delivery d SET state = r.state, cause = r.cause, next_at = r.next_at,
           attempts = d.attempts + (r.attempt_id IS NOT NULL)::int,
           step = d.step + (r.attempt_id IS NOT NULL AND r.state = 'waiting')::int,
           last_status = CASE WHEN r.attempt_id IS NULL THEN d.last_status ELSE r.status END,
           last_error = CASE WHEN r.attempt_id IS NULL THEN d.last_error ELSE r.error END,
           finished_at = CASE WHEN r.state = 'waiting' THEN NULL ELSE $16::timestamptz END
         FROM result r
         WHERE d.tenant_id = r.tenant_id AND d.id = r.id AND d.id >= $14 AND d.id <= $15
           AND d.fence = r.fence AND d.state = 'delivering')
       INSERT INTO attempt (tenant_id, delivery_id, id, number, started_at, duration_ms, status, error, response)
       SELECT tenant_id, id, attempt_id, number, started_at, duration_ms, status, error, response
       FROM result WHERE attempt_id IS NOT NULL`,
      [
        rows.map(({ job }) => job.tenantId),
        rows.map(({ job }) => job.id),
        rows.map(({ job }) => job.fence),
        rows.map(({ state }) => state),
        rows.map(({ cause }) => cause),
        rows.map(({ nextAt }) => nextAt),
        rows.map(({ error }) => error?.slice(0, MAX_ERROR) ?? null),
        rows.map(({ attempt }) => (attempt ? newId() : null)),
        rows.map(({ job }) => job.attempts + 1),
        rows.map(({ attempt }) => attempt?.startedAt.toISOString() ?? null),
        rows.map(({ attempt }) => attempt?.durationMs ?? null),
        rows.map(({ attempt }) => (attempt?.kind === 'answered' ? attempt.status : null)),
        rows.map(({ attempt }) => (attempt ? (attempt.kind === 'answered' ? attempt.response : Buffer.alloc(0)) : null)),
        ids[0],
        ids[ids.length - 1],
        now,
      ],
    );
  }
}

function unsent(job: DeliveryJob, clock: Clock) {
  return { job, cause: null, nextAt: clock.now().toISOString(), error: null, attempt: null };
}
