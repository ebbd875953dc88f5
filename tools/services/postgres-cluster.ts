import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { Refusal } from './refusal.ts';
import type { Identity } from './run-as.ts';

/** The superuser and owner of our own PostgreSQL, and the database everything lives in. */
export const owner = 'waypost';
export const database = 'waypost';

/** How our own PostgreSQL is reached; kept beside its files, readable by us only. */
export interface Access {
  port: number;
  password: string;
}

export function folderOf(dataDir: string): string {
  return join(dataDir, 'postgres');
}

function accessFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}

export function clusterExists(dataDir: string): boolean {
  const folder = folderOf(dataDir);
  return existsSync(folder) && readdirSync(folder).length > 0;
}

/** @throws Refusal when the file is missing or damaged although there is a database */
export function readAccess(dataDir: string): Access | undefined {
  const file = accessFile(dataDir);
  try {
    const { port, password } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Access>;
    if (Number.isInteger(port) && typeof password === 'string') return { port: port as number, password };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new Refusal(`${file} may not be read by this user.`);
  }
  if (!clusterExists(dataDir)) return undefined;
  throw new Refusal(
    `${file}, which holds the password of the database beside it, is missing or damaged: ` +
      `put it back from a backup, or move ${folderOf(dataDir)} away to begin with an empty database.`,
  );
}

export function writeAccess(dataDir: string, access: Access): void {
  const file = accessFile(dataDir);
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** Creates an empty cluster. It gets its name only when complete, so a broken-off attempt is simply made again. */
export async function createCluster(options: {
  dataDir: string;
  password: string;
  binaries: PostgresBinaries;
  identity: Identity;
  durable: boolean;
}): Promise<void> {
  const { dataDir, binaries, identity } = options;
  const folder = join(dataDir, 'postgres.new');
  const passwordFile = join(dataDir, 'postgres.password');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) give(path, identity);
  try {
    const [command = '', ...args] = [
      ...identity.prefix,
      binaries.initdb,
      '-D',
      folder,
      '-U',
      owner,
      `--pwfile=${passwordFile}`,
    ];
    const { code, output } = await run(
      command,
      [
        ...args,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(options.durable ? [] : ['--no-sync']),
      ],
      { ...startOptions(identity), output: 'keep' },
    );
    const said =
      output
        .trim()
        .split('\n')
        .findLast((line) => line.includes('error:')) ?? output.trim();
    if (code !== 0)
      throw new Refusal(
        `The database could not be created in ${dataDir}: ${said.replace(/^initdb: error: /, '')}`,
      );
    rmSync(folderOf(dataDir), { recursive: true, force: true });
    renameSync(folder, folderOf(dataDir));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How PostgreSQL's programs are spawned: as the right user, out of reach of settings meant for other PostgreSQLs. */
export function startOptions({ uid, gid, prefix }: Identity): {
  env: NodeJS.ProcessEnv;
  cwd: string;
  uid?: number;
  gid?: number;
} {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('npm_')),
  );
  const changesUserItself = prefix.length > 0;
  return { env: { ...env, LC_ALL: 'C' }, cwd: '/', ...(changesUserItself ? {} : { uid, gid }) };
}

/** Files restored by root belong to root: hand the cluster to the user PostgreSQL runs as. */
export function adoptCluster(dataDir: string, identity: Identity): void {
  const folder = folderOf(dataDir);
  if (identity.uid === undefined || statSync(folder).uid === identity.uid) return;
  const { status, stderr } = spawnSync('chown', ['-R', `${identity.uid}:${identity.gid}`, folder], {
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Refusal(`${folder} could not be handed to the user PostgreSQL runs as: ${stderr.trim()}`);
}

function give(path: string, { uid, gid }: Identity): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}
