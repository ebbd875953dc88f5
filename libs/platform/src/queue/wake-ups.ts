import { getQueueToken } from '@nestjs/bullmq';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { type QueueName, queueNames } from '@waypost/contracts';
import { Log } from '../logging/logger.ts';

/** BullMQ's `add` hangs for as long as Redis is away; after this another one may be tried beside it. */
const GIVE_UP_MS = 5_000;

/**
 * Tells workers that rows are waiting. Never awaited and never failing: the rows are the record, and workers
 * look for themselves every second. One call per queue is out at a time; a mark remembers that more came.
 */
@Injectable()
export class WakeUps implements OnModuleInit, OnApplicationShutdown {
  private readonly out = new Map<QueueName, { dirty: boolean }>();
  private stopped = false;

  constructor(
    private readonly modules: ModuleRef,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    for (const name of queueNames) {
      this.queue(name).on('error', (error) => this.log.warn('trouble with the queue; rows are looked for every second', { queue: name, reason: error.message }));
    }
  }

  wake(name: QueueName): void {
    const running = this.out.get(name);
    if (running) {
      running.dirty = true;
      return;
    }
    if (this.stopped) return;
    const call = { dirty: false };
    this.out.set(name, call);
    const finish = () => {
      clearTimeout(timer);
      if (this.out.get(name) !== call) return;
      this.out.delete(name);
      if (call.dirty) this.wake(name);
    };
    const timer = setTimeout(finish, GIVE_UP_MS).unref();
    this.queue(name)
      .add(name, {}).then(finish, (error: unknown) => {
      this.log.warn('wake-up not sent; workers find the rows by themselves', { queue: name, reason: String(error) });
      finish();
    });
  }

  private queue(name: QueueName): Queue {
    return this.modules.get<Queue>(getQueueToken(name), { strict: false });
  }

  onApplicationShutdown(): void {
    this.stopped = true;
  }
}
