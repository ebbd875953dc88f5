import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import pg from 'pg';
import type { Settings } from '../config/read-settings.ts';
import { Log } from '../logging/logger.ts';
import { SETTINGS } from '../tokens.ts';
import { decodeSignal, EVERYBODY, type Signal, SIGNALS, signalTopics } from './signal.ts';

const AGAIN_MS = 500;

/** Hears the signals of all processes, over one connection; for processes that have browsers to tell. */
@Injectable()
export class SignalListener implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly hearers = new Set<(signal: Signal) => void>();
  private connection?: pg.Client;
  private timer?: NodeJS.Timeout;
  private stopped = false;
  private failing = false;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  /** From now on `hear` is called with every signal. */
  onSignal(hear: (signal: Signal) => void): void {
    this.hearers.add(hear);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.connection
      ?.end()
      .catch((error: unknown) => this.log.failure('signals: end of listening', error));
  }

  /** Never fails: without signals pages are merely slower to follow. */
  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      options: '-c role=waypost_app',
      application_name: 'waypost_stream',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const again = () => {
      if (this.stopped || this.connection !== client) return;
      this.connection = undefined;
      this.timer = setTimeout(() => void this.listen(), AGAIN_MS);
    };
    this.connection = client;
    client.on('error', again).on('end', again);
    client.on('notification', ({ payload }) => this.tell(decodeSignal(payload ?? '')));
    try {
      await client.connect();
      await client.query(`LISTEN ${SIGNALS}`);
      this.failing = false;
      // Nobody knows what was said while nobody listened.
      this.tell(new Map([[EVERYBODY, new Set(signalTopics)]]));
    } catch (error) {
      if (!this.failing) this.log.failure(`signals: not heard; tried again every ${AGAIN_MS} ms`, error);
      this.failing = true;
      again();
      await client.end().catch(() => undefined);
    }
  }

  private tell(signal: Signal): void {
    if (signal.size === 0) return;
    for (const hear of this.hearers) hear(signal);
  }
}
