import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { DueDeliveries } from '@waypost/hub';
import { Log } from '@waypost/platform';

/** Takes up deliveries that are due. */
@Processor('deliver')
export class DeliverProcessor extends WorkerHost {
  constructor(
    private readonly work: DueDeliveries,
    private readonly log: Log,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }

  @OnWorkerEvent('error')
  away(error: Error): void {
    this.log.warn('trouble with the queue; rows are looked for every second', { queue: 'deliver', reason: error.message });
  }
}
