import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../database/names.ts';
import { Log } from '../logging/logger.ts';
import { encodeSignal, type Signal, SIGNALS, type SignalTopic } from './signal.ts';

/** At most one notification of a process in this time. */
const PAUSE_MS = 100;

/**
 * Says what has changed, to whoever listens in any process. Called after the commit, it only remembers: what was
 * marked goes out together, at most ten times a second. Lossy by intent, since pages read again what they show.
 */
@Injectable()
export class Signals implements OnApplicationShutdown {
  private marked: Signal = new Map();
  private timer?: NodeJS.Timeout;
  private sending = false;
  private failing = false;
  private stopped = false;

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  mark(tenantId: string, ...topics: SignalTopic[]): void {
    const known = this.marked.get(tenantId);
    if (known) for (const topic of topics) known.add(topic);
    else this.marked.set(tenantId, new Set(topics));
    if (!this.sending && !this.stopped) this.timer ??= setTimeout(() => void this.send(), 0);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async send(): Promise<void> {
    this.timer = undefined;
    this.sending = true;
    await this.notify();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.sending = false;
      if (this.marked.size > 0 && !this.stopped) void this.send();
    }, PAUSE_MS).unref();
  }

  private async notify(): Promise<void> {
    const payload = encodeSignal(this.marked);
    this.marked = new Map();
    try {
      await this.database.query('SELECT pg_notify($1, $2)', [SIGNALS, payload]);
      this.failing = false;
    } catch (error) {
      // A database that is away is said once, not ten times a second.
      if (!this.failing) this.log.failure('signals: pages that are open learn of changes later', error);
      this.failing = true;
    }
  }
}
