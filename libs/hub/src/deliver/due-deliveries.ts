import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { DeliveryId, EventId, ProjectId, TenantId } from '@waypost/contracts';
import { Clock, Log, SYSTEM, Tenancy } from '@waypost/platform';
import { bodyOfItem, bodyWithoutMarks } from '@waypost/whatsapp';
import type { DeliveryJob } from './delivery-job.ts';
import { Lanes, LEASE_MS } from './lanes.ts';
import { type Cause, Results } from './results.ts';

/** The states of owed work; exactly the predicate of the index `delivery_open`. */
const OPEN = `state IN ('pending', 'delivering', 'waiting')`;

interface Claimed {
  tenantId: TenantId;
  id: DeliveryId;
  eventId: EventId;
  projectId: ProjectId;
  item: number | null;
  priority: number;
  attempts: number;
  step: number;
  fence: number;
  bulkId: string | null;
}

/**
 * Takes up deliveries whose time has come: retries, what had no room on its lane, and what a process that died
 * had leased. Project by project, as many as its lane has room for.
 */
@Injectable()
export class DueDeliveries {
  private draining?: Promise<void>;
  private again = false;
  private readonly fetching = new Set<ProjectId>();

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly tenancy: Tenancy,
    private readonly lanes: Lanes,
    private readonly results: Results,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    lanes.onHungry((projectId) => void this.fetchAlone(projectId));
  }

  /** Fills every lane that has room; a call during the work makes it look once more. */
  drain(): Promise<void> {
    this.again = true;
    this.draining ??= this.loop().finally(() => (this.draining = undefined));
    return this.draining;
  }

  private async loop(): Promise<void> {
    while (this.again) {
      this.again = false;
      for (const projectId of await this.projectsWithWork()) await this.fetchAlone(projectId);
    }
  }

  /** Hops from project to project through the index: as many steps as there are projects with owed work. */
  private async projectsWithWork(): Promise<ProjectId[]> {
    const found: { projectId: ProjectId }[] = await this.database.query(`
      WITH RECURSIVE hop AS (
        (SELECT project_id FROM delivery WHERE ${OPEN} ORDER BY project_id LIMIT 1)
        UNION ALL
        SELECT (SELECT d.project_id FROM delivery d WHERE ${OPEN} AND d.project_id > hop.project_id
                ORDER BY d.project_id LIMIT 1)
        FROM hop WHERE hop.project_id IS NOT NULL)
      SELECT project_id AS "projectId" FROM hop WHERE project_id IS NOT NULL`);
    return found.map(({ projectId }) => projectId);
  }

  /** What goes wrong with one project's rows must not keep the others from theirs. */
  private fetchAlone(projectId: ProjectId): Promise<void> {
    return this.fetch(projectId).catch((error: unknown) =>
      this.log.failure('due deliveries not fetched; tried again every second', error, { projectId }),
    );
  }

  private async fetch(projectId: ProjectId): Promise<void> {
    const room = this.lanes.room(projectId);
    if (room === 0 || this.fetching.has(projectId)) return;
    this.fetching.add(projectId);
    try {
      const { jobs, inVain } = await this.tenancy.system((rows) => this.claim(rows, projectId, room));
      // Not before the commit: a row that is not known to be leased would keep its state.
      for (const { job, cause } of inVain) void this.results.cancel(job, cause);
      const taken = jobs.filter((job) => this.lanes.reserve(job.projectId, job.body.length));
      for (const job of jobs) if (!taken.includes(job)) void this.results.handBack(job);
      // A full claim means that more is waiting behind it.
      if (jobs.length + inVain.length === room) this.lanes.expectMore(projectId);
      this.lanes.submit(taken);
    } finally {
      this.fetching.delete(projectId);
    }
  }

  private async claim(rows: EntityManager, projectId: ProjectId, limit: number): Promise<Claim> {
    const now = this.clock.now();
    const leaseUntil = new Date(now.getTime() + LEASE_MS);
    const [claimed]: [Claimed[], number] = await rows.query(
      `UPDATE delivery d SET state = 'delivering', cause = NULL, fence = d.fence + 1, next_at = $3
       FROM (SELECT tenant_id, id FROM delivery WHERE project_id = $1 AND ${OPEN} AND next_at <= $2
             ORDER BY next_at LIMIT $4 FOR UPDATE SKIP LOCKED) AS due
       WHERE d.tenant_id = due.tenant_id AND d.id = due.id
       RETURNING d.tenant_id AS "tenantId", d.id, d.event_id AS "eventId", d.project_id AS "projectId", d.item,
                 d.priority, d.attempts, d.step, d.fence, d.bulk_id AS "bulkId"`,
      [projectId, now, leaseUntil, limit],
    );
    const claim: Claim = { jobs: [], inVain: [] };
    if (claimed.length === 0) return claim;
    const bodyOf = await readBodies(rows, claimed);
    claimed.sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const { item, ...row } of claimed) {
      const kept = bodyOf.get(row.eventId);
      const body = kept && bodyToSend(kept, item);
      const job = { ...row, leaseUntil, body: body ?? Buffer.alloc(0) };
      if (body) claim.jobs.push(job);
      else claim.inVain.push({ job, cause: kept ? 'erased' : 'body_expired' });
    }
    return claim;
  }
}

/** Deliveries that are leased to this process. */
interface Claim {
  jobs: DeliveryJob[];
  /** There is nothing left of them that could be sent. */
  inVain: { job: DeliveryJob; cause: Cause }[];
}

interface KeptBody {
  body: Buffer;
  /** Whether somebody was erased from it. */
  erased: boolean;
}

/** Undefined when all that it was about was erased. */
function bodyToSend({ body, erased }: KeptBody, item: number | null): Buffer | undefined {
  if (erased) return bodyWithoutMarks(body, item);
  return item === null ? body : bodyOfItem(body, item);
}

/**
 * The bodies of the deliveries' events, by event; a project's deliveries are all of one tenant. What is not found is
 * read twice: rows that moved to the partition of their day while a statement waited are seen by the next one only.
 */
async function readBodies(rows: EntityManager, claimed: Claimed[]): Promise<Map<EventId, KeptBody>> {
  const bodies = new Map<EventId, KeptBody>();
  const missing = () => [...new Set(claimed.map(({ eventId }) => eventId))].filter((id) => !bodies.has(id));
  for (let reads = 0; reads < 2 && missing().length > 0; reads += 1) {
    const found: { id: EventId; body: Buffer | null; erased: boolean }[] = await rows.query(
      `SELECT e.id, coalesce(e.body, w.body) AS body, e.erased_at IS NOT NULL AS erased FROM event e LEFT JOIN webhook_event w ON w.id = e.webhook_id
       WHERE e.tenant_id = $1 AND e.id = ANY($2)`,
      [claimed[0]?.tenantId, missing()],
    );
    for (const { id, body, erased } of found) if (body) bodies.set(id, { body, erased });
  }
  return bodies;
}
