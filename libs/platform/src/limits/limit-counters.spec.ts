import { PassThrough } from 'node:stream';
import { DataSource } from 'typeorm';
import { readSettings } from '../config/read-settings.ts';
import { Log } from '../logging/logger.ts';
import { LimitCounters } from './limit-counters.ts';

/** Nobody listens on the discard port. */
const AWAY = 'redis://127.0.0.1:9';

describe('LimitCounters while the place where all count is away', () => {
  it('count within this process, and say so once', async () => {
    const lines: string[] = [];
    const out = new PassThrough().on('data', (line: Buffer) => lines.push(line.toString()));
    const settings = readSettings({ REDIS_URL: AWAY });
    const counters = new LimitCounters(
      settings,
      new DataSource({ type: 'postgres' }),
      new Log('info', 'test', out),
    );
    const consumed: (number | undefined)[] = [];
    for (let call = 0; call < 4; call += 1) {
      consumed.push((await counters.count('somebody', 1, { points: 3, perSeconds: 60 })).consumed);
    }
    expect(consumed).toEqual([1, 2, 3, 4]);
    expect((await counters.count('somebody else', 1, { points: 3, perSeconds: 60 })).consumed).toBe(1);
    expect(lines.filter((line) => line.includes('counts by itself'))).toHaveLength(1);
    counters.onApplicationShutdown();
  });
});
