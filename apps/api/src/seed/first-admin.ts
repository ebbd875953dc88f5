import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { passwordLength, PeopleService, weaknessOf } from '@waypost/accounts';
import { randomToken, type Settings, StartError } from '@waypost/platform';
import { writePrivateJson } from './private-file.ts';

/** The first super-admin, made while there is none. */
export async function seedFirstAdmin(
  services: INestApplicationContext,
  settings: Settings,
): Promise<string[]> {
  const people = services.get(PeopleService, { strict: false });
  if (await people.superAdminExists()) return [];
  const { adminEmail: email, adminPassword: chosen, dataDir } = settings;
  if (chosen !== undefined && (chosen.length < passwordLength.min || chosen.length > passwordLength.max)) {
    throw new StartError(
      `WAYPOST_ADMIN_PASSWORD must have ${passwordLength.min} to ${passwordLength.max} characters.`,
    );
  }
  const password = chosen ?? randomToken(15);
  const file = join(dataDir, 'first-login.json');
  // Written first: a password that nobody can read would lock everybody out.
  if (chosen === undefined) await writePrivateJson(file, { email, password });
  await people.createSuperAdmin({ email, name: 'Administrator', password });
  const weak = chosen !== undefined && weaknessOf(chosen, [email]) !== undefined;
  return [
    ...(weak ? ['The password of WAYPOST_ADMIN_PASSWORD is one of those that are tried first: change it now.'] : []),
    `Made the super-admin ${email}, ${chosen === undefined ? `with the password in ${file}` : 'with the password of WAYPOST_ADMIN_PASSWORD'}.`,
  ];
}
