import { resolve } from 'node:path';
import { Refusal } from '../services/refusal.ts';

/** What the supervisor itself must know; everything else is for the api and the worker to read and to check. */
export interface Settings {
  host: string;
  port: number;
  /** undefined: no simulator. */
  simulatorPort: number | undefined;
  dataDir: string;
  demo: boolean;
  /** A PostgreSQL or a Redis of the operator's own: none is started. */
  ownDatabase: boolean;
  ownRedis: boolean;
  /** Passed on to every process. */
  env: NodeJS.ProcessEnv;
}

/** @throws Refusal naming the key that is wrong */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const demo = env.WAYPOST_DEMO !== '0';
  const dataDir = resolve(root, env.WAYPOST_DATA_DIR || '.waypost');
  const port = readPort(env, 'PORT', 4000);
  const simulatorPort = env.SIMULATOR === '0' ? undefined : readPort(env, 'SIMULATOR_PORT', 4010);
  if (port === simulatorPort)
    throw new Refusal(`PORT and SIMULATOR_PORT are both ${port}: give them two different ports.`);
  return {
    host: env.HOST || '127.0.0.1',
    port,
    simulatorPort,
    dataDir,
    demo,
    ownDatabase: Boolean(env.DATABASE_URL || env.DB_HOST),
    ownRedis: Boolean(env.REDIS_URL || env.REDIS_HOST),
    env: {
      NODE_ENV: 'production',
      // The demo's projects are on this machine.
      ...(demo ? { ALLOW_PRIVATE_DESTINATIONS: '1' } : {}),
      ...env,
      PORT: String(port),
      ...(simulatorPort ? { SIMULATOR_PORT: String(simulatorPort) } : {}),
      WAYPOST_DATA_DIR: dataDir,
      WAYPOST_DEMO: demo ? '1' : '0',
    },
  };
}

function readPort(env: NodeJS.ProcessEnv, key: string, otherwise: number): number {
  const text = env[key]?.trim();
  if (!text) return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Refusal(`${key} must be a port, a whole number from 1 to 65535; it is "${text}".`);
}
