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
 * @param folder where the service keeps its files
 * @param program what it is started by
 * @throws Refusal when that user cannot reach both
 */
export function unprivilegedIdentity(folder: string, program: string): Identity {
  if (process.getuid?.() !== 0) return ourselves;
  const user = ownerOf(folder) ?? findNobody();
  const closed = [...parents(folder), ...parents(program)].find((parent) => !mayEnter(parent, user));
  if (!closed) return { ...user, prefix: [] };

  // Typical for root: a checkout below /root or in a fresh `mktemp -d`. Rather than open somebody's folder to all, the
  // service keeps the one right it lacks, to pass through folders. Which of the two there is depends on the container.
  for (const right of ['dac_read_search', 'dac_override']) {
    const prefix = [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      // Without it access(2), by which initdb looks for its programs, does not count the right.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${right}`,
      `--ambient-caps=+${right}`,
    ];
    const [command = '', ...args] = [...prefix, 'test', '-x', program];
    if (spawnSync(command, args).status === 0) return { ...user, prefix };
  }
  throw new Refusal(
    `PostgreSQL does not run as root but as a user without rights, who cannot enter ${closed}: ` +
      `start Waypost as an ordinary user, or "chmod o+x ${closed}".`,
  );
}

interface User {
  uid: number;
  gid: number;
}

/** Files that an ordinary user has made stay that user's, also when root starts once. */
function ownerOf(folder: string): User | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined;
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
