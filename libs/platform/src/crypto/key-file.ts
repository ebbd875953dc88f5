import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SecretError } from './secret-error.ts';

const keyBytes = 32;

/**
 * The 32 bytes kept in a file (base64, mode 0600), made at the first call. Processes that start at the same moment
 * get the same key, and a key that was returned survives a power cut. Throws SecretError for a damaged file.
 */
export async function readOrCreateKey(path: string): Promise<Buffer> {
  return (await readKey(path)) ?? (await createKey(path));
}

/** Undefined when there is no such file. Throws SecretError for a damaged one. */
export async function readKey(path: string): Promise<Buffer | undefined> {
  try {
    const key = Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
    if (key.length === keyBytes) return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  throw new SecretError(
    'key',
    `The key file ${path} is damaged: restore it from a backup. A new one would not open what the old one closed.`,
  );
}

async function createKey(path: string): Promise<Buffer> {
  const folder = dirname(path);
  // Only the folder of the keys is closed to others: the data folder above it also holds a database that may run
  // under another user.
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeDurably(draft, `${randomBytes(keyBytes).toString('base64')}\n`);
  try {
    // A link, unlike a rename, never replaces: of several processes one wins, and no one reads half a file.
    await link(draft, path);
    await syncFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(path);
  if (!key) throw new SecretError('key', `The key file ${path} vanished while Waypost was starting.`);
  return key;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open folders, and keeps their entries without being asked.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
