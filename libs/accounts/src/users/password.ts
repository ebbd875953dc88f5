import { hash, type Options, verify } from '@node-rs/argon2';

export const passwordLength = { min: 10, max: 200 } as const;

// Argon2id, the library's default algorithm, with the first parameters of OWASP's Password Storage Cheat Sheet.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } satisfies Options;

const nothing = (bytes: number) => Buffer.alloc(bytes).toString('base64').replaceAll('=', '');
const nobodysHash = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${nothing(16)}$${nothing(32)}`;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Takes as long without a hash, so that the time of an answer does not tell which accounts exist. */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobodysHash, password);
  return matches && passwordHash !== undefined;
}
