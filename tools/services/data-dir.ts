import { accessSync, constants, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from './refusal.ts';

/**
 * Makes the folder for everything that must survive a restart. For root others may pass through it (not look into
 * it), because PostgreSQL runs as `nobody` below it; every secret in it is a file with mode 0600.
 * @throws Refusal when it cannot be written
 */
export function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    readdirSync(dataDir);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'EEXIST' || code === 'ENOTDIR' ? 'it is not a folder' : (code ?? String(error));
    throw new Refusal(
      `The data folder ${dataDir} cannot be written (${why}): mend it, or set WAYPOST_DATA_DIR to another one.`,
    );
  }
}

/** Folder by folder: the recursive mkdir of Node never returns where a parent exists but nothing can be made in it (/proc). */
function makeFolder(path: string, mode?: number): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, mode);
}
