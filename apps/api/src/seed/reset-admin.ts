import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { normalEmail, PasswordsService, User } from '@waypost/accounts';
import { randomToken, type Settings, StartError, Tenancy } from '@waypost/platform';
import { readPrivateJson } from './private-file.ts';

/**
 * Gives a super-admin a new password, opens the account again if it was disabled, switches the authenticator off and
 * ends all sessions; answers the password.
 * Throws StartError, which names the super-admins there are, when the e-mail belongs to none of them.
 */
export async function resetAdmin(
  services: INestApplicationContext,
  settings: Settings,
  wanted: string,
): Promise<string> {
  const tenancy = services.get(Tenancy, { strict: false });
  const email = normalEmail(wanted);
  const admins = await tenancy.system((rows) =>
    rows.find(User, { where: { superAdmin: true }, order: { email: 'ASC' } }),
  );
  if (!admins.some((admin) => admin.email === email)) throw new StartError(nobody(email, admins));
  const password = randomToken(15);
  await services.get(PasswordsService, { strict: false }).override(email, password);
  await forgetFirstLogin(settings, email);
  return password;
}

function nobody(email: string, admins: User[]): string {
  if (admins.length === 0)
    return 'There is no super-admin yet; the migrate step of this version makes the first one.';
  return `${email} is not a super-admin. Super-admins are: ${admins.map((admin) => admin.email).join(', ')}.`;
}

/** The note of the first password is wrong from now on, and "npm start" would go on printing it. */
async function forgetFirstLogin({ dataDir }: Settings, email: string): Promise<void> {
  const file = join(dataDir, 'first-login.json');
  const noted = (await readPrivateJson(file)) as { email?: unknown } | undefined;
  if (typeof noted?.email === 'string' && normalEmail(noted.email) === email) await rm(file, { force: true });
}
