import { parseApp } from './apps.ts';
import { demoSettings } from './demo-file.ts';
import { requiredText } from './fields.ts';
import { asObject, BadRequest, parseJson } from './http.ts';
import type { SimulatorOptions } from './simulator.ts';
import { isHttpUrl } from './webhooks/http-post.ts';
import { metaSchedule, type RetrySchedule, shortSchedule } from './webhooks/schedule.ts';

/** Reads the simulator's settings; what is wrong is a `BadRequest` that names the setting. */
export function readSettings(given: NodeJS.ProcessEnv): SimulatorOptions {
  const env = given.SIMULATOR_DEMO ? { ...demoSettings(given.SIMULATOR_DEMO), ...given } : given;
  const target = env.SIMULATOR_TARGET || `http://127.0.0.1:${env.PORT || '4000'}/webhooks/meta`;
  if (!isHttpUrl(target)) {
    throw new BadRequest('SIMULATOR_TARGET must be an http or https URL.');
  }
  const destinations = list(env, 'SIMULATOR_DESTINATIONS', (value) => {
    const fields = asObject(value, 'A destination');
    return [requiredText(fields, 'name'), requiredText(fields, 'secret')] as const;
  });
  return {
    port: number(env, 'SIMULATOR_PORT', 4010, 0, 65_535),
    ...(env.SIMULATOR_HOST ? { host: env.SIMULATOR_HOST } : {}),
    target,
    apps: list(env, 'SIMULATOR_APPS', (value) => parseApp(value)),
    secrets: Object.fromEntries(destinations),
    ...(env.SIMULATOR_MAIL_PORT ? { mailPort: number(env, 'SIMULATOR_MAIL_PORT', 0, 0, 65_535) } : {}),
    ...(env.SIMULATOR_RETRY ? { schedule: scheduleOf(env.SIMULATOR_RETRY) } : {}),
    timeScale: number(env, 'SIMULATOR_TIME_SCALE', 1, 0, 1_000),
    ...(env.SIMULATOR_JOURNAL_DIR ? { journalDir: env.SIMULATOR_JOURNAL_DIR } : {}),
  };
}

/** Meta's pages disagree on how long it goes on trying: 7 days, or 36 hours. */
function scheduleOf(name: string): RetrySchedule {
  const known: Record<string, RetrySchedule> = { '7d': metaSchedule, '36h': shortSchedule };
  const schedule = known[name];
  if (!schedule) throw new BadRequest('SIMULATOR_RETRY must be one of: 7d, 36h.');
  return schedule;
}

function number(env: NodeJS.ProcessEnv, key: string, usual: number, min: number, max: number): number {
  const text = env[key];
  if (text === undefined || text === '') return usual;
  const value = Number(text);
  if (!(value >= min && value <= max)) throw new BadRequest(`${key} must be a number from ${min} to ${max}.`);
  return value;
}

function list<T>(env: NodeJS.ProcessEnv, key: string, read: (value: unknown) => T): T[] {
  const values = parseJson(env[key] || '[]', key);
  if (!Array.isArray(values)) throw new BadRequest(`${key} must be a list in JSON.`);
  try {
    return values.map(read);
  } catch (error) {
    if (error instanceof BadRequest) throw new BadRequest(`${key}: ${error.message}`);
    throw error;
  }
}
