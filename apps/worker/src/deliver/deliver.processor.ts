import { Processor, WorkerHost } from '@nestjs/bullmq';
import { DueDeliveries } from '@waypost/hub';

/** Takes up deliveries that are due. */
@Processor('deliver')
export class DeliverProcessor extends WorkerHost {
  constructor(private readonly work: DueDeliveries) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }
}
