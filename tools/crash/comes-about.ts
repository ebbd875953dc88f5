import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again whether something has come about; false when it has not after `ms` milliseconds. */
export async function comesAbout(
  look: () => Promise<boolean> | boolean,
  ms: number,
  every = 10,
): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await sleep(every)) if (await look()) return true;
  return false;
}
