import { join } from 'node:path';
import type { Source } from '../services/app.ts';
import { LogFile } from '../services/log-file.ts';

/**
 * What of a process's output the operator should see at once: warnings and errors of its log (JSON, one object per
 * line, `level` 40 and up), and whatever it says on stderr in plain text.
 */
export function worthShowing(line: string, source: Source): string | undefined {
  const entry = parseEntry(line);
  if (!entry) return source === 'stderr' && line.trim() ? line : undefined;
  if (entry.level < 40) return undefined;
  const reason = entry.err?.message;
  const text = [entry.msg, reason !== entry.msg && reason].filter(Boolean).join(': ') || line;
  return `${entry.level >= 50 ? 'error' : 'warning'}: ${text}`;
}

interface Entry {
  level: number;
  msg?: string;
  err?: { message?: string };
}

function parseEntry(line: string): Entry | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line) as Entry;
    return typeof entry.level === 'number' ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Everything into `<dataDir>/logs/<name>.log`; what matters onto the terminal, the same line at most every 30 s. */
export function logLines(options: {
  dataDir: string;
  name: string;
  say: (line: string) => void;
  prefix?: string;
}) {
  const file = new LogFile(join(options.dataDir, 'logs', `${options.name}.log`));
  const prefix = options.prefix ?? `[${options.name}] `;
  const saidAt = new Map<string, number>();
  return (line: string, source: Source): void => {
    file.write(line);
    const shown = worthShowing(line, source);
    // A trouble that lasts is said again and again by everything it touches; the terminal needs it once in a while.
    if (!shown || Date.now() - (saidAt.get(shown) ?? 0) < 30_000) return;
    if (saidAt.size > 500) saidAt.clear();
    saidAt.set(shown, Date.now());
    options.say(prefix + shown);
  };
}
