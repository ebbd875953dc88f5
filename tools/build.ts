import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from './services/refusal.ts';
import { commandOfPackage, root, run } from './run.ts';

/**
 * Builds every app into dist/. The servers always, which takes a fraction of a second; the dashboard when a source
 * of it is newer than what was built, which takes seconds.
 * @throws Refusal with what the bundler said
 */
export async function build({ dashboard = true } = {}): Promise<void> {
  await bundle('rolldown', ['-c', 'rolldown.config.mjs']);
  if (dashboard && (await dashboardIsStale())) await bundle('vite', ['build', 'apps/dashboard', '--logLevel', 'warn']);
}

async function bundle(command: string, args: string[]): Promise<void> {
  const { code, output } = await run(process.execPath, [commandOfPackage(command), ...args], { output: 'keep' });
  if (code !== 0) throw new Refusal(`The build failed:\n${output.trimEnd()}`);
}

async function dashboardIsStale(): Promise<boolean> {
  const built = await stat(join(root, 'dist/dashboard/index.html')).catch(() => undefined);
  if (!built) return true;
  for (const source of ['apps/dashboard', 'libs/api-client/src', 'libs/contracts/src', 'package-lock.json']) {
    if ((await newestIn(join(root, source))) > built.mtimeMs) return true;
  }
  return false;
}

async function newestIn(path: string): Promise<number> {
  const { mtimeMs, isDirectory } = await stat(path).then((found) => ({ mtimeMs: found.mtimeMs, isDirectory: found.isDirectory() }));
  if (!isDirectory) return mtimeMs;
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const times = await Promise.all(entries.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs));
  return Math.max(mtimeMs, ...times);
}

export async function buildOrExit(): Promise<void> {
  try {
    await build();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
