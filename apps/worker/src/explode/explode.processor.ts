import { Processor, WorkerHost } from '@nestjs/bullmq';
import { ExplodeService } from '@waypost/hub';

/** Splits raw webhooks whenever somebody says that some are waiting. */
@Processor('explode')
export class ExplodeProcessor extends WorkerHost {
  constructor(private readonly work: ExplodeService) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }
}
