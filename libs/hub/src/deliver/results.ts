import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock, GroupCommit, Log, newId, Signals, SYSTEM } from '@waypost/platform';
import type { AttemptResult, DeliveryJob } from './delivery-job.ts';
import type { Verdict } from './schedule.ts';

export type Cause = 'bulk_cancelled' | 'project_disabled' | 'tenant_suspended' | 'body_expired' | 'erased';

interface Row {
  job: DeliveryJob;
  state: 'delivered' | 'failed' | 'waiting' | 'cancelled';
  cause: Cause | null;
  /** ISO, or `infinity` for held work. */
  nextAt: string;
  attempt: { id: string; error: string | null; result: AttemptResult } | null;
}

const TRIES = 8;
const MAX_ERROR = 500;
const MAX_BEHIND = 768;
const NOTHING = Buffer.alloc(0);

/** Writes what became of deliveries, many in one statement; a row counts only while it bears the job's fence. */
@Injectable()
export class Results {
  private readonly rows = new GroupCommit<Row>({
    commit: (rows) => this.store(rows),
    sizeOf: ({ attempt }) => 200 + (attempt ? responseOf(attempt.result).length : 0),
    // Nobody waits for a result, so one flusher with fuller batches costs the least.
    flushers: 1,
    maxBufferedRows: Infinity,
    maxBufferedBytes: Infinity,
  });

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly signals: Signals,
    private readonly log: Log,
  ) {}

  record(job: DeliveryJob, result: AttemptResult, verdict: Verdict): Promise<void> {
    const waitMs = verdict.state === 'waiting' ? verdict.waitMs : 0;
    const nextAt = new Date(this.clock.now().getTime() + waitMs).toISOString();
    return this.add({
      job,
      state: verdict.state,
      cause: null,
      nextAt,
      // Made here, so that a result that is stored twice (the first answer was lost) is one attempt.
      attempt: { result, id: newId(), error: verdict.error?.slice(0, MAX_ERROR).replaceAll('\0', '') ?? null },
    });
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

  /** Resolves when results are stored about as fast as they come; taking on more work before only piles them up. */
  async keptUp(): Promise<void> {
    while (this.rows.buffered > MAX_BEHIND) await new Promise((next) => setTimeout(next, 2));
  }

  drained(): Promise<void> {
    return this.rows.drained();
  }

  private async add(row: Row): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        await this.rows.add(row);
        return;
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
    const tried = rows.flatMap(({ job, attempt }) => (attempt ? [{ job, attempt }] : []));
    // Results come as a map by id, and each row looks up its own: a join would be at the mercy of what the planner
    // knows of a partition that was empty a minute ago, and that is nothing.
    await this.database.query(
      `WITH settled AS (
         UPDATE delivery d SET (state, cause, next_at, attempts, step, last_status, last_error, last_tried_at, last_ms,
                                     finished_at) = (
           SELECT r->>'state', r->>'cause', (r->>'nextAt')::timestamptz, d.attempts + tried,
             d.step + CASE WHEN r->>'state' = 'waiting' THEN tried ELSE 0 END,
             CASE tried WHEN 0 THEN d.last_status ELSE (r->>'status')::int END,
             CASE tried WHEN 0 THEN d.last_error ELSE r->>'error' END,
             coalesce((r->>'startedAt')::timestamptz, d.last_tried_at), coalesce((r->>'durationMs')::int, d.last_ms),
             CASE WHEN r->>'state' <> 'waiting' THEN $4::timestamptz END
           FROM (SELECT $1::jsonb -> d.id::text AS r) AS result, LATERAL (SELECT (r->>'tried')::int AS tried) AS t)
         WHERE d.tenant_id = ANY($2::uuid[]) AND d.id = ANY($3::uuid[]) AND d.state = 'delivering'
           AND d.fence = ($1::jsonb -> d.id::text ->> 'fence')::int)
       INSERT INTO attempt (tenant_id, delivery_id, id, number, started_at, duration_ms, status, error, response)
       SELECT * FROM unnest($5::uuid[], $6::uuid[], $7::uuid[], $8::int[], $9::timestamptz[], $10::int[], $11::int[],
                            $12::text[], $13::bytea[])
       ON CONFLICT DO NOTHING`,
      [
        JSON.stringify(Object.fromEntries(rows.map((row) => [row.job.id, settled(row)]))),
        [...new Set(rows.map(({ job }) => job.tenantId))],
        rows.map(({ job }) => job.id),
        this.clock.now(),
        tried.map(({ job }) => job.tenantId),
        tried.map(({ job }) => job.id),
        tried.map(({ attempt }) => attempt.id),
        tried.map(({ job }) => job.attempts + 1),
        tried.map(({ attempt }) => attempt.result.startedAt.toISOString()),
        tried.map(({ attempt }) => attempt.result.durationMs),
        tried.map(({ attempt }) => statusOf(attempt.result)),
        tried.map(({ attempt }) => attempt.error),
        tried.map(({ attempt }) => responseOf(attempt.result)),
      ],
    );
    for (const { job } of rows) this.signals.mark(job.tenantId, 'deliveries');
  }
}

/** What becomes of a row, as the statement reads it. */
function settled({ job, state, cause, nextAt, attempt }: Row) {
  const status = attempt ? statusOf(attempt.result) : null;
  const { startedAt, durationMs } = attempt?.result ?? {};
  const error = attempt?.error ?? null;
  return { fence: job.fence, state, cause, nextAt, status, error, startedAt, durationMs, tried: attempt ? 1 : 0 };
}

const statusOf = (result: AttemptResult) => (result.kind === 'answered' ? result.status : null);
const responseOf = (result: AttemptResult) => (result.kind === 'answered' ? result.response : NOTHING);

function unsent(job: DeliveryJob, clock: Clock) {
  return { job, cause: null, nextAt: clock.now().toISOString(), attempt: null };
}
