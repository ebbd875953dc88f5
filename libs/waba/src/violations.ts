import { QueryFailedError } from 'typeorm';

const kinds: Record<string, 'unique' | 'foreign_key'> = { '23505': 'unique', '23503': 'foreign_key' };

/** Which constraint of the database an error broke, if that is what it is. */
export function violationOf(error: unknown): 'unique' | 'foreign_key' | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code } = error.driverError as { code?: string };
  return code === undefined ? undefined : kinds[code];
}
