import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { Clock, lowestIdAt, Tenancy } from '@waypost/platform';
import { SharedAnswers } from './shared-answers.ts';

export interface TenantFigures {
  id: TenantId;
  numbers: number;
  projects: number;
  /** Events that came within a day. */
  received24h: number;
  /** Deliveries that are not out yet, whenever they came. */
  waiting: number;
  /** Deliveries of the last day that failed for good. */
  failed: number;
}

const DAY_MS = 86_400_000;
const KEEP_MS = 5_000;
/** Counted up to here per project: beyond it the number says nothing more. */
const MOST_WAITING = 100_000;

/** How every tenant stands, for super-admins. */
@Injectable()
export class TenantFiguresService {
  private readonly answers = new SharedAnswers<TenantFigures[]>(KEEP_MS);

  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  /** Newest tenant first; up to five seconds old, and shared by all who ask. */
  list(): Promise<TenantFigures[]> {
    return this.answers.get('all', () => this.read());
  }

  private read(): Promise<TenantFigures[]> {
    const low = lowestIdAt(new Date(this.clock.now().getTime() - DAY_MS));
    return this.tenancy.system((rows) =>
      rows.query(
        `SELECT t.id,
           (SELECT count(*) FROM phone_number n WHERE n.tenant_id = t.id)::int AS numbers,
           (SELECT count(*) FROM project p WHERE p.tenant_id = t.id AND p.status <> 'deleted')::int AS projects,
           greatest(0, (SELECT count(*) FROM event e WHERE e.tenant_id = t.id AND e.id >= $1)
             - (SELECT count(*) FROM delivery d WHERE d.tenant_id = t.id AND d.id >= $1 AND d.source = 'test'))::int
             AS "received24h",
           (SELECT count(*) FROM project p CROSS JOIN LATERAL (
              SELECT FROM delivery d WHERE d.project_id = p.id AND d.state IN ('pending', 'waiting')
              LIMIT ${MOST_WAITING}) w
            WHERE p.tenant_id = t.id)::int AS waiting,
           (SELECT count(*) FROM delivery d
            WHERE d.tenant_id = t.id AND d.id >= $1 AND d.state = 'failed')::int AS failed
         FROM tenant t WHERE t.kind = 'customer' ORDER BY t.id DESC`,
        [low],
      ),
    );
  }
}
