import { hostname } from 'node:os';
import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/read-settings.ts';
import { newId } from '../database/ids.ts';
import { SYSTEM } from '../database/names.ts';
import { Log } from '../logging/logger.ts';
import { PROCESS_KIND, SETTINGS } from '../tokens.ts';
import { type CacheStats, Caches } from './caches.ts';

const BEAT_MS = 2_000;
const GONE_AFTER = `interval '10 seconds'`;

export interface ProcessState {
  id: string;
  kind: string;
  host: string;
  pid: number;
  startedAt: Date;
  seenAt: Date;
  /** Routing epoch that the process has surely seen: its caches hold nothing older. */
  epoch: number;
  caches: CacheStats[];
}

/**
 * Says every two seconds that this process lives and what its caches hold, and clears them as soon as
 * configuration changes anywhere (`waypost_routing`), also after the line to the database was cut.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly id = newId<'process'>();
  private readonly startedAt = new Date();
  private epoch = 0;
  private stopped = false;
  private timer?: NodeJS.Timeout;
  private listener?: pg.Client;
  private catchingUp?: Promise<boolean>;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(PROCESS_KIND) private readonly kind: string,
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly caches: Caches,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
    this.timer = setInterval(() => void this.beat().catch((error) => this.log.failure('heartbeat', error)), BEAT_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.listener?.end().catch((error: unknown) => this.log.failure('heartbeat: end of listening', error));
    await this.database
      .query('DELETE FROM process_heartbeat WHERE id = $1', [this.id])
      .catch((error: unknown) => this.log.failure('heartbeat: sign-off', error));
  }

  /** Every process that was heard of in the last ten seconds. */
  async processes(): Promise<ProcessState[]> {
    return this.database.query(`
      SELECT id, kind, host, pid, started_at AS "startedAt", seen_at AS "seenAt",
             (caches->>'epoch')::int AS epoch, caches->'stats' AS caches
      FROM process_heartbeat WHERE seen_at > now() - ${GONE_AFTER} ORDER BY kind, started_at`);
  }

  /**
   * Whether configuration has changed since this process last heard of a change; if so its caches hold nothing older
   * now. Callers at the same time share one look.
   */
  catchUp(): Promise<boolean> {
    this.catchingUp ??= this.lookForChange().finally(() => (this.catchingUp = undefined));
    return this.catchingUp;
  }

  private async lookForChange(): Promise<boolean> {
    const heardOf = this.epoch;
    const epoch = await this.readEpoch();
    // Compared with what it was before: the news may have come in between, and then the caller looked too early.
    if (epoch === heardOf) return false;
    this.caches.clear();
    this.epoch = epoch;
    return true;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.settings.databaseUrl,
      options: '-c role=waypost_app',
      application_name: 'waypost_signals',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const again = () => {
      if (this.stopped || this.listener !== client) return;
      this.listener = undefined;
      setTimeout(() => void this.listen().catch((error) => this.log.failure('heartbeat: listening', error)), 500);
    };
    this.listener = client;
    client.on('error', again).on('end', again);
    client.on('notification', () => {
      // At once, and again when it is known which epoch that is.
      this.caches.clear();
      this.forget().catch((error) => this.log.failure('heartbeat: clear', error));
    });
    try {
      await client.connect();
      await client.query('LISTEN waypost_routing');
      await this.forget();
    } catch (error) {
      again();
      throw error;
    }
  }

  /** The epoch is read before the clearing, so that what is cached later is at least as new. */
  private async forget(): Promise<void> {
    const epoch = await this.readEpoch();
    this.caches.clear();
    this.epoch = epoch;
    await this.beat();
  }

  private async readEpoch(): Promise<number> {
    const [row]: { epoch: string }[] = await this.database.query('SELECT epoch FROM routing_epoch');
    return Number(row?.epoch ?? 0);
  }

  private async beat(): Promise<void> {
    if (this.stopped) return;
    await this.database.query(
      `INSERT INTO process_heartbeat (id, kind, host, pid, started_at, seen_at, caches)
       VALUES ($1, $2, $3, $4, $5, now(), $6)
       ON CONFLICT (id) DO UPDATE SET seen_at = now(), caches = excluded.caches`,
      [this.id, this.kind, hostname(), process.pid, this.startedAt, { epoch: this.epoch, stats: this.caches.stats() }],
    );
  }
}
