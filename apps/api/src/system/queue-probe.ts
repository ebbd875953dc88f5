import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { answersWithin } from './answers-within.ts';

/** Asks whether the queue's backend answers. One question is out at a time: BullMQ's never end while Redis is away. */
@Injectable()
export class QueueProbe {
  private asked?: Promise<unknown>;

  constructor(@InjectQueue('explode') private readonly queue: Queue) {}

  answers(): Promise<boolean> {
    this.asked ??= this.queue.getJobCounts('waiting').finally(() => {
      this.asked = undefined;
    });
    return answersWithin(this.asked, 1_000);
  }
}
