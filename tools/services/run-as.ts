import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './refusal.ts';

/** How a service is started: as ourselves, or, when we are root, as `nobody` (PostgreSQL refuses to run as root). */
export interface Identity {
  uid?: number;
  gid?: number;
  /** Command to put in front, which then changes the user itself. */
  prefix: string[];
}

const ourselves: Identity = { prefix: [] };

/**
 * @param paths what the service must reach: its data folder and its programs
 * @throws Refusal when `nobody` cannot reach them
 */
export function unprivilegedIdentity(paths: string[]): Identity {
  if (process.getuid?.() !== 0) return ourselves;
  const nobody = findNobody();
  const closed = paths.flatMap(parents).find((folder) => !mayEnter(folder, nobody));
  if (!closed) return { ...nobody, prefix: [] };

  // Typical for root: a checkout below /root or in a fresh `mktemp -d`. Rather than open somebody's folder to all, the
  // service keeps the one right it lacks: to pass through folders. Which of the two there is depends on the container.
  for (const right of ['dac_read_search', 'dac_override']) {
    const { uid, gid } = nobody;
    const prefix = [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
    ];
    const [command = '', ...args] = [...prefix, 'test', '-e', `${closed}/.`];
    if (spawnSync(command, args).status === 0) return { ...nobody, prefix };
  }
  throw new Refusal(
    `PostgreSQL does not run as root, so it runs as nobody, and nobody cannot enter ${closed}: ` +
      `start Waypost as an ordinary user, or "chmod o+x ${closed}".`,
  );
}

interface User {
  uid: number;
  gid: number;
}

function findNobody(): User {
  const entry = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (!entry)
    throw new Refusal(
      'PostgreSQL does not run as root, and there is no user "nobody": start Waypost as an ordinary user.',
    );
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

function parents(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [...parents(parent), parent];
}

function mayEnter(folder: string, user: User): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
