import { createHash, randomInt } from 'node:crypto';

/** Without letters that are taken for figures when they are written down. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const GROUPS = 6;
const PER_GROUP = 4;

export const RECOVERY_CODES = 10;

/** Such as `Q7HM-2VXK-…`: 24 characters, 117 bits, so that a plain hash of it cannot be turned round. */
export function newRecoveryCode(): string {
  const group = () => Array.from({ length: PER_GROUP }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The same for a code typed with other case, blanks or dashes. */
export function hashOfRecoveryCode(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest();
}
