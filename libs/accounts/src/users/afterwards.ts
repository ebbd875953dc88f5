import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Log } from '@waypost/platform';

/**
 * What is done once the answer is out, so that neither its words nor its time tell what there was to do. A process
 * that is told to end finishes it first.
 */
@Injectable()
export class Afterwards implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly log: Log) {}

  do(what: string, work: () => Promise<void>): void {
    const run = work()
      .catch((error: unknown) => this.log.failure(what, error))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.running);
  }
}
