import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BulkRunner } from '@waypost/hub';
import { Log } from '@waypost/platform';

/** Carries bulk retries and replays on. */
@Processor('bulk')
export class BulkProcessor extends WorkerHost {
  constructor(
    private readonly work: BulkRunner,
    private readonly log: Log,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }

  @OnWorkerEvent('error')
  away(error: Error): void {
    this.log.warn('trouble with the queue; rows are looked for every second', { queue: 'bulk', reason: error.message });
  }
}
