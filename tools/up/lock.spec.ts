import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTimeOf } from '../services/processes.ts';
import { lockDataDir } from './lock.ts';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'waypost-lock-'))));
afterEach(() => rmSync(dataDir, { recursive: true }));

const held = (holder: object) =>
  writeFileSync(join(dataDir, 'lock'), JSON.stringify({ host: hostname(), ...holder }));
const holder = () => JSON.parse(readFileSync(join(dataDir, 'lock'), 'utf8'));
const parent = { pid: process.ppid, startTime: startTimeOf(process.ppid) };

it('takes a free data folder and gives it back', async () => {
  const unlock = await lockDataDir(dataDir);
  expect(holder().pid).toBe(process.pid);
  unlock();
  expect(() => holder()).toThrow('ENOENT');
});

it('refuses, in a sentence, a folder that a living process holds', async () => {
  held(parent);
  await expect(lockDataDir(dataDir)).rejects.toThrow(
    `Waypost already runs on the data folder ${dataDir} (process ${process.ppid}): stop it first, or set WAYPOST_DATA_DIR to another folder.`,
  );
  expect(holder().pid).toBe(process.ppid);
});

it.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, startTime: '1' }],
  ['a process whose id belongs to another one by now', { pid: process.ppid, startTime: 'long ago' }],
  [
    'this very process, as happens when a container starts again',
    { pid: process.pid, startTime: 'long ago' },
  ],
])('takes the folder over from %s', async (_case, dead) => {
  held(dead);
  const unlock = await lockDataDir(dataDir);
  expect(holder().pid).toBe(process.pid);
  unlock();
});

it('takes over a lock that was being written when its process died', async () => {
  writeFileSync(join(dataDir, 'lock'), '{"pid":');
  (await lockDataDir(dataDir))();
});

it('gives a dead holder’s folder to one of many only', async () => {
  held({ pid: 2 ** 22 + 1, startTime: '1' });
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockDataDir(dataDir)));
  const winners = results.filter((result) => result.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  for (const { value: unlock } of winners) unlock();
});
