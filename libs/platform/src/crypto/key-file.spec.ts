import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrCreateKey } from './key-file.ts';
import { LocalKeyProvider } from './key-provider.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waypost-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a key is made once, for its owner only', async () => {
  const path = join(folder, 'keys', 'local.key');
  const key = await readOrCreateKey(path);
  expect(key).toHaveLength(32);
  expect(await readOrCreateKey(path)).toEqual(key);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, 'keys'))).mode & 0o777).toBe(0o700);
  expect(await readFile(path, 'utf8')).toBe(`${key.toString('base64')}\n`);
});

test('processes that start together get the same key and leave no drafts', async () => {
  const path = join(folder, 'keys', 'local.key');
  const made = await Promise.all(Array.from({ length: 16 }, () => readOrCreateKey(path)));
  expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1);
  expect(await readdir(join(folder, 'keys'))).toEqual(['local.key']);
});

test.each(['', 'short', Buffer.alloc(31).toString('base64')])(
  'a damaged key file (%j) is never replaced',
  async (text) => {
    const path = join(folder, 'local.key');
    await writeFile(path, text);
    await expect(readOrCreateKey(path)).rejects.toThrow(
      `The key file ${path} is damaged: restore it from a backup.`,
    );
    expect(await readFile(path, 'utf8')).toBe(text);
  },
);

test('a provider from a file is the one it was before', async () => {
  const path = join(folder, 'local.key');
  const first = await LocalKeyProvider.fromFile(path);
  const wrapped = await first.wrap(Buffer.alloc(32, 7));
  const again = await LocalKeyProvider.fromFile(path);
  expect(again.id).toBe(first.id);
  expect(await again.unwrap(wrapped)).toEqual(Buffer.alloc(32, 7));
});
