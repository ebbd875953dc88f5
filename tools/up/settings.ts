import { resolve } from 'node:path';
import { readSettings, SettingsError, type Settings } from '../../libs/platform/src/config/read-settings.ts';
import { freePort } from '../services/ports.ts';
import { Refusal } from '../services/refusal.ts';

/** The settings every process of this start gets: as the operator gave them, made certain where it matters here. */
export interface Plan {
  settings: Settings;
  env: NodeJS.ProcessEnv;
}

/** @throws Refusal with a sentence for each setting that is wrong */
export async function readPlan(given: NodeJS.ProcessEnv, root: string): Promise<Plan> {
  const first = parse(given);
  const env = {
    NODE_ENV: 'production',
    ...given,
    WAYPOST_DATA_DIR: resolve(root, first.dataDir),
    PORT: String(first.port || (await freePort())),
    SIMULATOR_PORT: String(first.simulatorPort || (await freePort())),
    ...(await demoMail(first, given)),
  };
  const settings = parse(env);
  if (settings.simulator && settings.port === settings.simulatorPort)
    throw new Refusal(`PORT and SIMULATOR_PORT are both ${settings.port}: give them two different ports.`);
  return { settings, env };
}

/** While everything is only tried, mails go to the simulator's mailbox, unless there is a mail server. */
async function demoMail(
  { demo, simulator, smtpHost }: Settings,
  given: NodeJS.ProcessEnv,
): Promise<NodeJS.ProcessEnv> {
  if (!demo || !simulator || smtpHost !== undefined) return {};
  const port = given.SIMULATOR_MAIL_PORT || String(await freePort());
  return { SIMULATOR_MAIL_PORT: port, SMTP_HOST: '127.0.0.1', SMTP_PORT: port, SMTP_SECURE: '0' };
}

function parse(env: NodeJS.ProcessEnv): Settings {
  try {
    return readSettings(env);
  } catch (error) {
    throw error instanceof SettingsError ? new Refusal(error.message) : error;
  }
}
