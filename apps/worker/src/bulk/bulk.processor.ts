import { Processor, WorkerHost } from '@nestjs/bullmq';
import { BulkRunner } from '@waypost/hub';

/** Carries bulk retries and replays on. */
@Processor('bulk')
export class BulkProcessor extends WorkerHost {
  constructor(private readonly work: BulkRunner) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }
}
