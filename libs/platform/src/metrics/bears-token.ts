import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a header is `Bearer` and this token; compared in the same time whatever it is. */
export function bearsToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
