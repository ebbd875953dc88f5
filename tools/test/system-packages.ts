import { existsSync } from 'node:fs';
import { run } from '../run.ts';
import { findRedis } from '../services/queue.ts';

/** Where Debian and its kin put it, and others do. */
const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const findChromium = (): string | undefined => process.env.CHROMIUM_PATH ?? chromiumPaths.find((path) => existsSync(path));

/** Half of the suite runs on Redis. */
export const haveRedis = (): Promise<boolean> => have('redis-server', () => findRedis() !== undefined);

/** The pages are tried in a real browser. */
export const haveChromium = (): Promise<boolean> => have('chromium', () => findChromium() !== undefined);

/** Where a package is missing and may be installed (Debian and its kin, as root), that is done. */
async function have(name: string, found: () => boolean): Promise<boolean> {
  if (found()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${name} (first run only) ...`);
  // A package list may be missing or too old to fetch from; only then is a new one worth its time.
  if ((await install(name)) && found()) return true;
  await aptGet('update');
  return (await install(name)) && found();
}

const install = (name: string): Promise<boolean> => aptGet('install', '-y', '--no-install-recommends', name);

async function aptGet(...args: string[]): Promise<boolean> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code } = await run('apt-get', ['-qq', ...args], { env, output: 'keep', timeout: 300_000 });
  return code === 0;
}
