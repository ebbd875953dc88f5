import { join } from 'node:path';
import type { JwtModuleOptions } from '@nestjs/jwt';
import { readOrCreateKey, type Settings } from '@waypost/platform';

/** How access tokens are signed, with JWT_SECRET or else the key kept in the data folder. */
export async function tokenOptions(
  settings: Pick<Settings, 'jwtSecret' | 'jwtExpiresIn' | 'dataDir'>,
): Promise<JwtModuleOptions> {
  const secret = settings.jwtSecret ?? (await readOrCreateKey(join(settings.dataDir, 'keys', 'jwt.key')));
  const named = { issuer: 'waypost', audience: 'waypost-api' };
  return {
    secret,
    signOptions: { ...named, algorithm: 'HS256', expiresIn: settings.jwtExpiresIn },
    // The one algorithm that is accepted: what a token says of itself is not believed.
    verifyOptions: { ...named, algorithms: ['HS256'] },
  };
}
