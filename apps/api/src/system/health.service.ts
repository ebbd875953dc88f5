import { Injectable } from '@nestjs/common';
import { Heartbeat } from '@waypost/platform';
import { answersWithin } from './answers-within.ts';
import { QueueProbe } from './queue-probe.ts';

export type Check = 'ok' | 'down';

export interface Readiness {
  status: 'ok' | 'degraded' | 'down';
  checks: { database: Check; queue: Check; workers: Check };
}

@Injectable()
export class HealthService {
  constructor(
    private readonly queue: QueueProbe,
    private readonly heartbeat: Heartbeat,
  ) {}

  /** Without the queue or a worker the process is still ready: what it accepts stands in the database. */
  async readiness(): Promise<Readiness> {
    const processes = this.heartbeat.processes();
    const [database, queue] = await Promise.all([answersWithin(processes, 2_000), this.queue.answers()]);
    const workers = database && (await processes).some(({ kind }) => kind === 'worker');
    const status = !database ? 'down' : queue && workers ? 'ok' : 'degraded';
    const check = (good: boolean): Check => (good ? 'ok' : 'down');
    return { status, checks: { database: check(database), queue: check(queue), workers: check(workers) } };
  }
}
