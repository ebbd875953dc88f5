import { generateSecret, generateURI, verify } from 'otplib';

const PERIOD = 30;

/** 160 random bits in base32. */
export function newTotpSecret(): string {
  return generateSecret({ length: 20 });
}

/** What an authenticator reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return generateURI({ issuer: 'Waypost', label: email, secret, period: PERIOD });
}

/** Six digits, as an authenticator shows them: anything else is taken for a recovery code. */
export function looksLikeTotp(code: string): boolean {
  return /^\d{6}$/.test(withoutBlanks(code));
}

/** The step in which the code is right, the one before and the one after included; undefined when it is in none. */
export async function stepOf(secret: string, code: string, now: Date): Promise<number | undefined> {
  if (!looksLikeTotp(code)) return undefined;
  const token = withoutBlanks(code);
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({
    strategy: 'totp',
    secret,
    token,
    period: PERIOD,
    epoch,
    epochTolerance: PERIOD,
  });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

function withoutBlanks(code: string): string {
  return code.replace(/\s/g, '');
}
