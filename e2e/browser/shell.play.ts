import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from './world/play.ts';

const built = join(import.meta.dirname, '../../dist/dashboard');
const MOST = 150_000;

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

/** What the browser loads before any page: the entry, what it imports at once, their styles, and the words that every page needs. */
test('the shell is at most 150 KB of gzip', () => {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const add = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    chunk.imports?.forEach(add);
  };
  add('index.html');
  // Arabic, because its letters take most.
  for (const name of ['shell', 'ui']) add(`src/i18n/ar/${name}.json`);
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(built, file)), { level: 6 }).length);
  const whole = bytes.reduce((sum, one) => sum + one, 0);
  test.info().annotations.push({ type: 'gzip bytes', description: String(whole) });
  expect(files.size).toBeGreaterThan(1);
  expect(whole).toBeLessThanOrEqual(MOST);
});
