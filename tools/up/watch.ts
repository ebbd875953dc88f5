import { pathToFileURL } from 'node:url';
import { basename, join } from 'node:path';
import { watch, type RolldownOptions } from 'rolldown';
import { build as buildPages } from 'vite';
import { root } from '../run.ts';
import type { Daemon } from '../services/daemon.ts';

/**
 * Builds again whenever a source changes and restarts the processes made of it; pages only have to be loaded again.
 * A build that fails leaves the old ones running.
 */
export async function watchSources(apps: Map<string, Daemon>): Promise<void> {
  const config = (await import(pathToFileURL(join(root, 'rolldown.config.mjs')).href)) as {
    default: RolldownOptions[];
  };
  await buildPages({ root: join(root, 'apps/dashboard'), build: { watch: {} }, logLevel: 'warn' });
  let first = true;
  const changed = new Set<string>();
  const watcher = watch(config.default);
  watcher.on('event', async (event) => {
    if (event.code === 'BUNDLE_END') {
      for (const folder of event.output) changed.add(basename(folder));
      await event.result.close();
    }
    if (event.code === 'ERROR') console.error(`The build failed: ${event.error.message}`);
    if (event.code !== 'END') return;
    const names = [...changed].filter((name) => apps.has(name));
    changed.clear();
    if (first || names.length === 0) {
      first = false;
      return;
    }
    const began = Date.now();
    const results = await Promise.allSettled(names.map((name) => apps.get(name)?.restart()));
    for (const result of results) if (result.status === 'rejected') console.error(String(result.reason));
    console.log(`${names.join(', ')} restarted (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  });
}
