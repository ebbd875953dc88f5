import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';
import { root, run } from '../run.ts';
import { appDaemon } from '../services/app.ts';
import type { Daemon } from '../services/daemon.ts';
import { LogFile } from '../services/log-file.ts';
import { freePort } from '../services/ports.ts';
import { startPostgres } from '../services/postgres.ts';
import { startQueue } from '../services/queue.ts';
import { Rest } from './rest.ts';

export type QueueMode = 'redis' | 'postgres';
export type Victim = 'api' | 'worker' | 'redis' | 'postgres';

const admin = { email: 'crash@waypost.test', password: 'Crash-41ab-Harbour-Light' };
/** What reads first begins last. */
const order: Victim[][] = [
  ['postgres', 'redis'],
  ['api', 'worker'],
];

/** Waypost in processes of its own, with a PostgreSQL and, in queue mode `redis`, a Redis: all of them can be killed. */
export class Product {
  readonly url: string;
  readonly databaseUrl: string;
  readonly rest: Rest;
  /** Processes that ended although nobody had killed them, in words. */
  readonly deaths: string[] = [];
  readonly #daemons: Map<Victim, Daemon>;
  readonly #redisUrl: string | undefined;

  private constructor(daemons: Map<Victim, Daemon>, urls: { url: string; database: string; redis?: string }) {
    this.#daemons = daemons;
    this.#redisUrl = urls.redis;
    this.url = urls.url;
    this.databaseUrl = urls.database;
    this.rest = new Rest(urls.url, admin);
    for (const [name, daemon] of daemons) {
      daemon.onDeath = (how) => {
        this.deaths.push(`${name} ended by itself (${how})`);
        daemon
          .start()
          .catch((error: Error) => this.deaths.push(`${name} did not come back: ${error.message}`));
      };
    }
  }

  /** Starts everything as `npm start` does; the processes write to `<folder>/<name>.log`. */
  static async start(queue: QueueMode, folder: string): Promise<Product> {
    const postgres = await startPostgres({ ephemeral: true });
    const daemons = new Map<Victim, Daemon>([['postgres', postgres]]);
    const started = queue === 'redis' ? await startQueue() : undefined;
    const redis = started?.kind === 'own' ? started : undefined;
    if (redis) daemons.set('redis', redis.daemon);
    const port = await freePort();
    const env = environment({
      DATABASE_URL: postgres.url,
      REDIS_URL: redis?.url,
      PORT: String(port),
      WAYPOST_DATA_DIR: join(folder, 'data'),
      WAYPOST_ADMIN_EMAIL: admin.email,
      WAYPOST_ADMIN_PASSWORD: admin.password,
    });
    const migrated = await run(process.execPath, [join(root, 'dist/api/migrate.js')], {
      env,
      output: 'keep',
    });
    if (migrated.code !== 0) throw new Error(`migrate ended with ${migrated.code}:\n${migrated.output}`);
    for (const name of ['api', 'worker'] as const) {
      const log = new LogFile(join(folder, `${name}.log`));
      daemons.set(name, appDaemon({ name, env, onLine: (line) => log.write(line) }));
    }
    const product = new Product(daemons, {
      url: `http://127.0.0.1:${port}`,
      database: postgres.url,
      redis: redis?.url,
    });
    await product.revive();
    return product;
  }

  /** Kills processes where they stand. The signals are sent before this returns; it resolves when they are gone. */
  async kill(victims: Victim[]): Promise<void> {
    await Promise.all(victims.map((name) => this.#kill(name)));
  }

  async #kill(name: Victim): Promise<void> {
    const daemon = this.#daemon(name);
    const backends = name === 'postgres' ? childrenOf(daemon.pid) : [];
    const gone = daemon.kill9();
    // Otherwise they would finish what they are at, which a crash of the machine does not let them.
    for (const pid of backends) killIfThere(pid);
    await gone;
  }

  /** Starts what does not run, and resolves when all of it serves. */
  async revive(victims: Victim[] = order.flat()): Promise<void> {
    for (const row of order) {
      const daemons = row
        .filter((name) => victims.includes(name))
        .flatMap((name) => this.#daemons.get(name) ?? []);
      await Promise.all(daemons.map((daemon) => daemon.start()));
    }
  }

  /** Empties the queue under the feet of everybody. */
  async flushQueue(): Promise<void> {
    if (this.#redisUrl) {
      const redis = new Redis(this.#redisUrl);
      await redis.flushall();
      redis.disconnect();
      return;
    }
    const client = await this.connect();
    try {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
      );
      // In one go the lock on everything would deadlock with those who work.
      for (const { name } of rows) await client.query(`delete from ${name}`);
    } finally {
      await client.end();
    }
  }

  /** A connection as the database's owner. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.databaseUrl, application_name: 'crash test' });
    client.on('error', () => undefined); // PostgreSQL is killed while we are connected: the query under way says so.
    await client.connect();
    return client;
  }

  has(victim: Victim): boolean {
    return this.#daemons.has(victim);
  }

  async stop(): Promise<void> {
    for (const daemon of this.#daemons.values()) daemon.onDeath = undefined;
    for (const row of [...order].reverse()) {
      await Promise.all(row.map((name) => this.#daemons.get(name)?.stop()));
    }
  }

  #daemon(name: Victim): Daemon {
    const daemon = this.#daemons.get(name);
    if (!daemon) throw new Error(`there is no ${name} here`);
    return daemon;
  }
}

function environment(settings: Record<string, string | undefined>): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'TZ'].map((key) => [key, process.env[key]]);
  // Asks oftener than anybody may.
  const watched = { RATE_LIMITS: '0', LOG_LEVEL: 'info' };
  const fixed = { HOST: '127.0.0.1', WAYPOST_DEMO: '0', ALLOW_PRIVATE_DESTINATIONS: '1', ...watched };
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', ...fixed, ...settings };
}

/** Where the platform does not tell, they end by themselves once they notice that their parent is gone. */
function childrenOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return children
      .trim()
      .split(/\s+/)
      .map(Number)
      .filter((child) => child > 0);
  } catch {
    return [];
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
