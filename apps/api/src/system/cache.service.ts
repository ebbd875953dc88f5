import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, Audit } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { Caches, Clock, Heartbeat, type ProcessState, Tenancy } from '@waypost/platform';
import type { CacheClearView, CacheStatsView } from './cache.dto.ts';

const CONFIRM_MS = 2_000;
const LOOK_EVERY_MS = 50;

/** The look-up caches of all processes together. */
@Injectable()
export class CacheService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly heartbeat: Heartbeat,
    private readonly caches: Caches,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** As of every process's last heartbeat, this one's as of now. */
  async stats(): Promise<CacheStatsView> {
    const states = await this.heartbeat.processes();
    const processes = states.map(({ id, kind, host, pid, seenAt, caches }) =>
      id === this.heartbeat.id
        ? { id, kind, host, pid, seenAt: this.clock.now(), caches: this.caches.stats() }
        : { id, kind, host, pid, seenAt, caches },
    );
    const all = processes.flatMap((process) => process.caches);
    const sum = (of: 'entries' | 'hits' | 'misses') => all.reduce((total, cache) => total + cache[of], 0);
    const [hits, misses] = [sum('hits'), sum('misses')];
    const hitRate = hits + misses === 0 ? null : hits / (hits + misses);
    return { totals: { entries: sum('entries'), hits, misses, hitRate }, processes };
  }

  /** Has every process forget what it looked up, and waits up to two seconds for their word that they did. */
  async clear(who: Actor): Promise<CacheClearView> {
    const epoch = await this.nextEpoch(who);
    const deadline = performance.now() + CONFIRM_MS;
    const isCleared = (process: ProcessState) => process.epoch >= epoch;
    let states = await this.heartbeat.processes();
    while (!states.every(isCleared) && performance.now() < deadline) {
      await sleep(LOOK_EVERY_MS);
      states = await this.heartbeat.processes();
    }
    const processes = states.map((state) => {
      const { id, kind, host, pid } = state;
      return { id, kind, host, pid, cleared: isCleared(state) };
    });
    const cleared = processes.filter((process) => process.cleared).length;
    return { cleared, pending: processes.length - cleared, processes };
  }

  private nextEpoch(who: Actor): Promise<number> {
    return this.tenancy.system(async (rows) => {
      // TypeORM answers an UPDATE with the rows and their number.
      const [[row]]: [{ epoch: string }[], number] = await rows.query(
        'UPDATE routing_epoch SET epoch = epoch + 1 RETURNING epoch',
      );
      await rows.query(`SELECT pg_notify('waypost_routing', '')`);
      const target = { type: 'cache', id: 'look-ups' };
      await this.audit.record(rows, who, { action: 'cache.cleared', target, tenantId: PLATFORM_TENANT_ID });
      return Number(row?.epoch);
    });
  }
}
