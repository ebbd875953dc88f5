import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { answersWithin } from './answers-within.ts';
import { QueueProbe } from './queue-probe.ts';

export type Check = 'ok' | 'down';

export interface Readiness {
  status: 'ok' | 'degraded' | 'down';
  checks: { database: Check; queue: Check };
}

@Injectable()
export class HealthService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly queue: QueueProbe,
  ) {}

  /** Without the queue the process is still ready: what it accepts stands in the database. */
  async readiness(): Promise<Readiness> {
    const [database, queue] = await Promise.all([
      answersWithin(this.database.query('SELECT 1'), 2_000),
      this.queue.answers(),
    ]);
    const status = !database ? 'down' : queue ? 'ok' : 'degraded';
    return { status, checks: { database: database ? 'ok' : 'down', queue: queue ? 'ok' : 'down' } };
  }
}
