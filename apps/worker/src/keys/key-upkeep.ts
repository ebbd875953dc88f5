import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Log, RetiredKeys, RewrapRunner } from '@waypost/platform';

const LOOK_MS = 1_000;
const SWEEP_MS = 60_000;

/** Carries renewals of keys on that somebody has asked for, and deletes data keys that nothing names any more. */
@Injectable()
export class KeyUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly runner: RewrapRunner,
    private readonly retired: RetiredKeys,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.every(LOOK_MS, 'keys', () => this.runner.drain());
    this.every(SWEEP_MS, 'retired keys', () => this.retired.sweep());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.runner.stop();
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
