import { createHash, createHmac, randomBytes } from 'node:crypto';

/** Says to who finds one what it is; people search their logs and repositories for it. */
const PREFIX = 'wpr_';

/** A refresh token: 256 bits that nobody can guess. Only its hash is kept. */
export function newRefreshToken(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

export function hashOfRefreshToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * The token that follows. It is made of the one that is presented and of a salt that is drawn for this step and kept in
 * the row, so that two tabs which renew at the same moment get the same one, although it is stored nowhere: neither a
 * token that was left behind nor the database alone leads to it.
 */
export function refreshTokenAfter(token: string, salt: Buffer): string {
  return PREFIX + createHmac('sha256', salt).update(token).digest('base64url');
}
