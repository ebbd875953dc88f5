import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../clock.ts';
import { SYSTEM } from '../database/names.ts';
import { Log } from '../logging/logger.ts';

/** What is counted over all processes: answers of 500 and above, and errors in the log. */
export type TroubleName = 'server-errors' | 'logged-errors';

const WRITE_MS = 10_000;

/**
 * What goes wrong in this process, on its way into `trouble`, by the minute: the worker looks there whether it is more
 * than usual. Counted in the database, since a process that falls over takes its own counts with it.
 */
@Injectable()
export class Troubles implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private serverErrors = 0;
  private heardOf = 0;
  private timer?: NodeJS.Timeout;

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    // A database that is away is said by everybody else; the counts wait for its return.
    const failed = (error: unknown) => this.log.warn('troubles not written yet', { reason: String(error) });
    this.timer = setInterval(() => void this.write().catch(failed), WRITE_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write().catch((error: unknown) =>
      this.log.warn('troubles not written', { reason: String(error) }),
    );
  }

  /** An answer with a status of 500 or above. */
  noteServerError(): void {
    this.serverErrors += 1;
  }

  /** Writes what came since the last time. */
  async write(): Promise<void> {
    const counts: Record<TroubleName, number> = {
      'server-errors': this.serverErrors,
      'logged-errors': this.log.failures - this.heardOf,
    };
    const some = Object.entries(counts).filter(([, count]) => count > 0);
    if (some.length === 0) return;
    await this.database.query(
      `INSERT INTO trouble AS t (minute, what, count)
       SELECT date_trunc('minute', $1::timestamptz), u.what, u.count FROM unnest($2::text[], $3::int[]) AS u(what, count)
       ON CONFLICT (minute, what) DO UPDATE SET count = t.count + excluded.count`,
      [this.clock.now(), some.map(([what]) => what), some.map(([, count]) => count)],
    );
    this.serverErrors -= counts['server-errors'];
    this.heardOf += counts['logged-errors'];
  }
}
