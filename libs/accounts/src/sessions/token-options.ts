import { JwtSecretRequestType, type JwtModuleOptions } from '@nestjs/jwt';
import { AppError, type Settings } from '@waypost/platform';
import { decodeProtectedHeader, type ProtectedHeaderParameters } from 'jose';
import type { SigningKeys } from './signing-keys.service.ts';

export const TOKEN_ISSUER = 'waypost';

/** The one algorithm that is accepted: what a token says of itself is not believed. */
const ALGORITHM = 'RS256';
/** All that a header of ours has. Nothing in a header leads to a key but the id of one in our own table. */
const HEADER = new Set(['alg', 'kid', 'typ']);
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** How access tokens are signed and checked; what they are for, and for whom, is said where they are issued. */
export function tokenOptions(
  { jwtExpiresIn }: Pick<Settings, 'jwtExpiresIn'>,
  keys: Pick<SigningKeys, 'signer' | 'verifier'>,
): JwtModuleOptions {
  return {
    secretOrKeyProvider: async (request, token, options) => {
      if (request === JwtSecretRequestType.SIGN) {
        if (!options || !('keyid' in options) || !options.keyid)
          throw new Error('A token needs a signing key.');
        return keys.signer(options.keyid);
      }
      const kid = keyIdOf(String(token));
      const key = kid && (await keys.verifier(kid));
      if (!key) throw new AppError('unauthenticated', 'The token names no signing key of this Waypost.');
      return key;
    },
    signOptions: { issuer: TOKEN_ISSUER, algorithm: ALGORITHM, expiresIn: jwtExpiresIn },
    verifyOptions: { issuer: TOKEN_ISSUER, algorithms: [ALGORITHM] },
  };
}

function keyIdOf(token: string): string | undefined {
  const header = headerOf(token);
  if (header?.alg !== ALGORITHM || Object.keys(header).some((name) => !HEADER.has(name))) return undefined;
  const { kid } = header;
  return typeof kid === 'string' && UUID.test(kid) ? kid : undefined;
}

function headerOf(token: string): ProtectedHeaderParameters | undefined {
  try {
    return decodeProtectedHeader(token);
  } catch (error) {
    // What has no header is no token.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
