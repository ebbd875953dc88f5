import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterStoreAbstract,
} from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/read-settings.ts';
import { SYSTEM } from '../database/names.ts';
import { Log } from '../logging/logger.ts';
import { SETTINGS } from '../tokens.ts';

/** So long a call may wait for the place where is counted; then it is counted in this process alone. */
const PATIENCE_MS = 3_000;
/** For so long nobody waits once more for a place that did not answer. */
const TRY_AGAIN_MS = 2_000;

interface Counters {
  shared: RateLimiterStoreAbstract;
  /** What this process saw by itself while the shared place was away. */
  own: RateLimiterAbstract;
}

export interface Counted {
  /** How many were asked for within the time, these included; undefined when it is known without counting that there are too many. */
  consumed?: number;
  /** Milliseconds until counting begins anew. */
  endsInMs: number;
}

/**
 * Counts together with all processes, in Redis where there is one, else in PostgreSQL. While that place is away every
 * process counts by itself: limits get looser, and nobody waits or is let in without end.
 */
@Injectable()
export class LimitCounters implements OnApplicationShutdown {
  private readonly counters = new Map<string, Counters>();
  private redis?: Redis;
  /** 0 while it is there. */
  private awayUntil = 0;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly log: Log,
  ) {}

  async count(
    key: string,
    amount: number,
    { points, perSeconds }: { points: number; perSeconds: number },
  ): Promise<Counted> {
    const { shared, own } = this.countersOf(points, perSeconds);
    if (Date.now() < this.awayUntil) return consume(own, key, amount);
    try {
      const counted = await within(PATIENCE_MS, consume(shared, key, amount));
      this.awayUntil = 0;
      return counted;
    } catch (error) {
      // Said once, not at every call.
      if (this.awayUntil === 0) this.log.failure('rate limits: each process counts by itself for now', error);
      this.awayUntil = Date.now() + TRY_AGAIN_MS;
      return consume(own, key, amount);
    }
  }

  /** Takes back one that was counted; where that place is away now, what was counted there stays. */
  async giveBack(key: string, { points, perSeconds }: { points: number; perSeconds: number }): Promise<void> {
    const { shared, own } = this.countersOf(points, perSeconds);
    // Who had all is refused from memory, which does not learn of this by itself.
    shared.deleteInMemoryBlockedAll();
    await within(PATIENCE_MS, shared.reward(key, 1)).catch(() => own.reward(key, 1));
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  private countersOf(points: number, duration: number): Counters {
    const kind = `${points}/${duration}`;
    const known = this.counters.get(kind);
    if (known) return known;
    // Who has had all is refused from memory until the time is over.
    const options = { points, duration, keyPrefix: 'rate_limit', inMemoryBlockOnConsumed: points };
    const made = { shared: this.shared(options), own: new RateLimiterMemory({ points, duration }) };
    this.counters.set(kind, made);
    return made;
  }

  private shared(options: {
    points: number;
    duration: number;
    keyPrefix: string;
    inMemoryBlockOnConsumed: number;
  }): RateLimiterStoreAbstract {
    if (!this.settings.redisUrl) {
      const storeClient = this.database;
      return new RateLimiterPostgres({
        ...options,
        storeClient,
        storeType: 'typeorm',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
      });
    }
    this.redis ??= openRedis(this.settings.redisUrl);
    return new RateLimiterRedis({
      ...options,
      keyPrefix: `${this.settings.queuePrefix}:limit`,
      storeClient: this.redis,
    });
  }
}

function openRedis(url: string): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1 });
  // Each call learns of it itself; unheard it would end the process.
  redis.on('error', () => undefined);
  return redis;
}

async function consume(counter: RateLimiterAbstract, key: string, amount: number): Promise<Counted> {
  try {
    const { consumedPoints, msBeforeNext } = await counter.consume(key, amount);
    return { consumed: consumedPoints, endsInMs: msBeforeNext };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { consumed: refused.consumedPoints || undefined, endsInMs: refused.msBeforeNext };
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms.`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
