import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { ExplodeService } from '@waypost/hub';
import { Log } from '@waypost/platform';

/** Splits raw webhooks whenever somebody says that some are waiting. */
@Processor('explode')
export class ExplodeProcessor extends WorkerHost {
  constructor(
    private readonly work: ExplodeService,
    private readonly log: Log,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }

  @OnWorkerEvent('error')
  away(error: Error): void {
    this.log.warn('trouble with the queue; rows are looked for every second', { queue: 'explode', reason: error.message });
  }
}
