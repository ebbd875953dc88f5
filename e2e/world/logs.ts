import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface KeptLogs {
  /** For createWorld: everything is logged, into files. */
  settings: Record<string, string>;
  /** All that api and worker have logged so far. */
  text(): string;
  remove(): void;
}

/** The logs of a world's processes, to be searched. */
export function keepLogs(level = 'trace'): KeptLogs {
  const folder = mkdtempSync(join(tmpdir(), 'waypost-logs-'));
  return {
    settings: { LOG_DIR: folder, LOG_STDOUT: '0', LOG_LEVEL: level },
    text: () =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(folder, entry.name), 'utf8'))
        .join('\n'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
