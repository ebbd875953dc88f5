import { existsSync } from 'node:fs';
import { run } from '../run.ts';
import { findRedis } from '../services/queue.ts';

/** Half of the suite runs on Redis: where it is missing and may be installed (Debian and its kin, as root), that is done. */
export async function haveRedis(): Promise<boolean> {
  if (findRedis()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing redis-server (first run only) ...');
  // A package list may be missing or too old to fetch from; only then is a new one worth its time.
  if (await install()) return true;
  await aptGet('update');
  return install();
}

async function install(): Promise<boolean> {
  const installed = await aptGet('install', '-y', '--no-install-recommends', 'redis-server');
  return installed && findRedis() !== undefined;
}

async function aptGet(...args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code } = await run('apt-get', ['-qq', ...args], { env, output: 'keep', timeout: 180_000 });
  return code === 0;
}
