import { Injectable } from '@nestjs/common';
import { Clock, Tenancy } from '@waypost/platform';

export interface QueueFigures {
  queue: 'explode' | 'deliver' | 'bulk';
  /** Due and not taken up. */
  pending: number;
  /** Being worked on. */
  active: number;
  /** For later: a retry's time has not come, or the work is held. */
  waiting: number;
  completed: number;
  failed: number;
  /** Seconds since the oldest due work became due; 0 when nothing is due. */
  oldestSeconds: number;
}

/** The part of it that is not finished. */
export type OpenWork = Omit<QueueFigures, 'completed' | 'failed'>;

/** What is owed, read from the rows: true with and without Redis. */
@Injectable()
export class QueueFiguresService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  /** What is not finished, by indexes that know nothing else: cheap enough to be asked every few seconds for ever. */
  async open(): Promise<OpenWork[]> {
    const now = this.clock.now();
    return this.tenancy.system((rows) =>
      rows.query(
        `SELECT 'explode' AS queue, count(*)::int AS pending, 0 AS active, 0 AS waiting,
           coalesce(greatest(0, extract(epoch FROM $1::timestamptz) -
             ('x' || substr(replace(min(id::text), '-', ''), 1, 12))::bit(48)::bigint / 1000.0), 0)::float AS "oldestSeconds"
         FROM webhook_pending
         UNION ALL
         SELECT 'deliver', count(*) FILTER (WHERE state <> 'delivering' AND next_at <= $1)::int,
           count(*) FILTER (WHERE state = 'delivering')::int,
           count(*) FILTER (WHERE state <> 'delivering' AND next_at > $1)::int,
           coalesce(extract(epoch FROM $1::timestamptz - min(next_at) FILTER (WHERE state <> 'delivering' AND next_at <= $1)), 0)::float
         FROM delivery WHERE state IN ('pending', 'delivering', 'waiting')
         UNION ALL
         SELECT 'bulk', count(*) FILTER (WHERE processed = 0)::int, count(*) FILTER (WHERE processed > 0)::int, 0,
           coalesce(extract(epoch FROM $1::timestamptz - min(created_at)), 0)::float
         FROM bulk_operation WHERE state = 'running'`,
        [now],
      ),
    );
  }

  async read(): Promise<QueueFigures[]> {
    const now = this.clock.now();
    const [explode, deliver, bulk] = await this.tenancy.system(async (rows) => {
      const one = async (sql: string): Promise<Omit<QueueFigures, 'queue'>> => (await rows.query(sql, [now]))[0];
      return [
        // Taken up means locked, so what is being split still counts as pending.
        await one(`
          SELECT (SELECT count(*) FROM webhook_pending)::int AS pending, 0 AS active, 0 AS waiting,
            (SELECT count(*) FROM webhook_event e WHERE NOT EXISTS (SELECT FROM webhook_pending p WHERE p.id = e.id)
               AND NOT EXISTS (SELECT FROM webhook_quarantine q WHERE q.webhook_id = e.id AND q.released_at IS NULL))::int AS completed,
            (SELECT count(*) FROM webhook_quarantine WHERE released_at IS NULL)::int AS failed,
            coalesce((SELECT greatest(0, extract(epoch FROM $1::timestamptz) - (
              SELECT ('x' || substr(replace(id::text, '-', ''), 1, 12))::bit(48)::bigint / 1000.0
              FROM webhook_pending ORDER BY id LIMIT 1))), 0)::float AS "oldestSeconds"`),
        await one(`
          SELECT count(*) FILTER (WHERE state IN ('pending', 'waiting') AND next_at <= $1)::int AS pending,
            count(*) FILTER (WHERE state = 'delivering')::int AS active,
            count(*) FILTER (WHERE state IN ('pending', 'waiting') AND next_at > $1)::int AS waiting,
            count(*) FILTER (WHERE state = 'delivered')::int AS completed,
            count(*) FILTER (WHERE state = 'failed')::int AS failed,
            coalesce(extract(epoch FROM $1::timestamptz -
              min(next_at) FILTER (WHERE state IN ('pending', 'waiting') AND next_at <= $1)), 0)::float AS "oldestSeconds"
          FROM delivery`),
        await one(`
          SELECT count(*) FILTER (WHERE state = 'running' AND processed = 0)::int AS pending,
            count(*) FILTER (WHERE state = 'running' AND processed > 0)::int AS active, 0 AS waiting,
            count(*) FILTER (WHERE state = 'done')::int AS completed,
            count(*) FILTER (WHERE state = 'cancelled')::int AS failed,
            coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE state = 'running')), 0)::float
              AS "oldestSeconds"
          FROM bulk_operation`),
      ] as const;
    });
    return [
      { queue: 'explode', ...explode },
      { queue: 'deliver', ...deliver },
      { queue: 'bulk', ...bulk },
    ];
  }
}
