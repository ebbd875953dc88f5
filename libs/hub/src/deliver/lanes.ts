import { Injectable } from '@nestjs/common';
import type { ProjectId } from '@waypost/contracts';
import { Clock, Log } from '@waypost/platform';
import { Attempts } from './attempts.ts';
import type { Sign } from './breaker.ts';
import type { AttemptResult, DeliveryJob } from './delivery-job.ts';
import { HealthBook } from './health-book.ts';
import { Lane } from './lane.ts';
import { Results } from './results.ts';
import { judge } from './schedule.ts';
import { TargetCache } from './target-cache.ts';

/** How long a delivery belongs to the process that took it. */
export const LEASE_MS = 30_000;
/** Not begun any more when the lease would end before its result can be written. */
const LEASE_MARGIN_MS = 1_000;

interface Outcome {
  sign: Sign;
  durationMs: number;
  delivered: boolean;
}

/** Carries leased deliveries to their projects, each project on a lane of its own. */
@Injectable()
export class Lanes {
  private readonly lanes = new Map<ProjectId, Lane>();
  private readonly stoppedBulk = new Set<string>();
  private hungry?: (projectId: ProjectId) => void;
  private draining = false;

  constructor(
    private readonly attempts: Attempts,
    private readonly targets: TargetCache,
    private readonly results: Results,
    private readonly health: HealthBook,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Who fetches a project's rows when its lane has room again. */
  onHungry(fetch: (projectId: ProjectId) => void): void {
    this.hungry = fetch;
  }

  reserve(projectId: ProjectId, size: number): boolean {
    return !this.draining && this.lane(projectId).reserve(size, this.now());
  }

  room(projectId: ProjectId): number {
    return this.draining ? 0 : this.lane(projectId).room(this.now());
  }

  /** Frees the places kept for rows that were never committed. */
  giveBack(jobs: DeliveryJob[]): void {
    for (const job of jobs) this.lane(job.projectId).giveBack(job.body.length);
  }

  /** Starts jobs as far as their lanes allow, higher priorities first; each has a place kept. */
  submit(jobs: DeliveryJob[]): void {
    for (const job of jobs) this.lane(job.projectId).enqueue(job);
    // Lanes in the order in which their first job came, which is by priority within an event.
    for (const projectId of new Set(jobs.map((job) => job.projectId))) this.pump(projectId);
  }

  /** Deliveries of these operations are not to go out any more. */
  stopBulk(bulkIds: string[]): void {
    for (const id of bulkIds) this.stoppedBulk.add(id);
  }

  /** Resolves when what was delivered is also written down, by and large. */
  keptUp(): Promise<void> {
    return this.results.keptUp();
  }

  /** Rows of the project are waiting beyond what was fetched. */
  expectMore(projectId: ProjectId): void {
    this.lane(projectId).overflowed = true;
  }

  /** Looks at every lane again, since a pause may have ended; forgets those that know nothing. */
  tick(): void {
    for (const [projectId, lane] of this.lanes) {
      this.pump(projectId);
      if (lane.idle && lane.breaker.consecutiveFailures === 0) this.lanes.delete(projectId);
    }
  }

  /** Projects that are spared at this moment. */
  spared(): ProjectId[] {
    return [...this.lanes].filter(([, lane]) => lane.breaker.state(this.now()) !== 'closed').map(([projectId]) => projectId);
  }

  /** Closes the circuit of a project that has shown elsewhere that it is back, and fetches what has waited for it. */
  forgive(projectId: ProjectId): void {
    const lane = this.lane(projectId);
    lane.breaker.forgive();
    lane.overflowed = true;
    this.health.forgive(projectId, this.clock.now());
    this.pump(projectId);
  }

  /** Hands back what has not gone out, and waits for what has. */
  async drain(): Promise<void> {
    this.draining = true;
    for (const lane of this.lanes.values()) {
      for (const job of lane.drainQueue()) void this.results.handBack(job);
    }
    while ([...this.lanes.values()].some((lane) => !lane.idle)) await new Promise((next) => setTimeout(next, 20));
    await this.results.drained();
  }

  private pump(projectId: ProjectId): void {
    const lane = this.lane(projectId);
    if (lane.breaker.state(this.now()) === 'open') {
      lane.overflowed = true;
      for (const job of lane.drainQueue()) void this.results.handBack(job);
    }
    for (let job = lane.next(this.now()); job; job = lane.next(this.now())) void this.carry(lane, job);
    if (!this.draining && lane.hungry(this.now())) {
      lane.overflowed = false;
      this.hungry?.(projectId);
    }
  }

  private async carry(lane: Lane, job: DeliveryJob): Promise<void> {
    let outcome: Outcome | undefined;
    try {
      outcome = await this.deliver(job);
    } catch (error) {
      // The lease runs out and the row is taken up again.
      this.log.failure('delivery not carried out', error, { deliveryId: job.id, tenantId: job.tenantId });
    }
    lane.finish(job, this.now(), outcome);
    if (outcome) this.health.note(job, lane.breaker, outcome.delivered, this.clock.now());
    this.pump(job.projectId);
  }

  private async deliver(job: DeliveryJob): Promise<Outcome | undefined> {
    if (job.bulkId !== null && this.stoppedBulk.has(job.bulkId)) {
      void this.results.cancel(job, 'bulk_cancelled');
      return undefined;
    }
    const target = await this.targets.get(job);
    if (target === 'held') {
      void this.results.hold(job);
      return undefined;
    }
    if (target === 'disabled') {
      void this.results.cancel(job, 'project_disabled');
      return undefined;
    }
    if (job.leaseUntil.getTime() - this.now() < target.timeoutMs + LEASE_MARGIN_MS) {
      void this.results.handBack(job);
      return undefined;
    }
    const result = await this.attempts.perform(job, target);
    const verdict = judge(result, job.step);
    void this.results.record(job, result, verdict);
    if (verdict.gone) await this.health.disable(job, 'gone');
    return { sign: signOf(result), durationMs: result.durationMs, delivered: verdict.state === 'delivered' };
  }

  private lane(projectId: ProjectId): Lane {
    let lane = this.lanes.get(projectId);
    if (!lane) this.lanes.set(projectId, (lane = new Lane()));
    return lane;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

/** A 4xx comes from a project that is up and does not like the message; that is no reason to spare it. */
function signOf(result: AttemptResult): Sign {
  if (result.kind === 'failed') return 'down';
  if (result.status === 429 || (result.status === 503 && result.retryAfterMs !== null)) {
    return { pauseMs: result.retryAfterMs ?? 0 };
  }
  return result.status >= 500 ? 'down' : 'healthy';
}
