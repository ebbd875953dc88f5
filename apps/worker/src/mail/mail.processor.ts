import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { PostOffice } from '@waypost/accounts';
import { Log } from '@waypost/platform';

/** Sends mails, and calls those who want to hear of trouble. */
@Processor('mail')
export class MailProcessor extends WorkerHost {
  constructor(
    private readonly work: PostOffice,
    private readonly log: Log,
  ) {
    super();
  }

  async process(): Promise<void> {
    await this.work.drain();
  }

  @OnWorkerEvent('error')
  away(error: Error): void {
    this.log.warn('trouble with the queue; rows are looked for every second', { queue: 'mail', reason: error.message });
  }
}
