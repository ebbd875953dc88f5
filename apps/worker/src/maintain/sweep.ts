import { Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { PostOffice, SessionUpkeep } from '@waypost/accounts';
import { BulkRunner, DueDeliveries, ErasureRunner, ExplodeService, ForgivenProjects, HealthBook, Lanes, Maintenance, TenantErasure } from '@waypost/hub';
import { Egress, Log } from '@waypost/platform';

const LOOK_MS = 1_000;
/** Oftener, because somebody is watching. */
const HEED_MS = 400;
const KEEP_HOUSE_MS = 60_000;
const LAST_WORDS_MS = 8_000;

/**
 * The process's own eyes: looks at the rows every second, so that work goes on when wake-ups are lost (a queue
 * flushed, Redis away) and retries start when their time has come; keeps house every minute.
 */
@Injectable()
export class Sweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly explode: ExplodeService,
    private readonly due: DueDeliveries,
    private readonly bulk: BulkRunner,
    private readonly post: PostOffice,
    private readonly lanes: Lanes,
    private readonly health: HealthBook,
    private readonly forgiven: ForgivenProjects,
    private readonly maintenance: Maintenance,
    private readonly erasure: TenantErasure,
    private readonly customers: ErasureRunner,
    private readonly sessions: SessionUpkeep,
    private readonly egress: Egress,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Rows find their place without it too, so a table that is busy at this moment is no reason not to start.
    await this.maintenance.run().catch((error: unknown) => this.log.failure('maintain: tried again every minute', error));
    this.every(LOOK_MS, 'explode', () => this.explode.drain());
    this.every(LOOK_MS, 'deliver', () => {
      this.lanes.tick();
      return this.due.drain();
    });
    this.every(LOOK_MS, 'bulk', () => this.bulk.drain());
    this.every(LOOK_MS, 'mail', () => this.post.drain());
    this.every(LOOK_MS, 'health', () => this.health.write());
    this.every(HEED_MS, 'circuits', () => this.forgiven.heed());
    this.every(KEEP_HOUSE_MS, 'maintain', () => this.maintenance.run());
    this.every(LOOK_MS, 'customers', () => this.customers.drain());
    this.every(KEEP_HOUSE_MS, 'erase', () => this.erasure.run());
    this.every(KEEP_HOUSE_MS, 'sessions', () => this.sessions.run());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    // What does not finish in time keeps its row, and another process takes it up.
    await Promise.race([this.lanes.drain(), new Promise((next) => setTimeout(next, LAST_WORDS_MS).unref())]);
    await this.egress.close(0);
    await this.health.write();
  }

  private every(ms: number, step: string, look: () => Promise<void>): void {
    let failing = false;
    const timer = setInterval(() => {
      look().then(
        () => (failing = false),
        (error: unknown) => {
          // A database that is away is said once, not every second.
          if (!failing) this.log.failure(`${step}: tried again every ${ms} ms`, error);
          failing = true;
        },
      );
    }, ms);
    this.timers.push(timer);
  }
}
