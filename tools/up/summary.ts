import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Queue } from '../services/queue.ts';
import type { Settings } from '../../libs/platform/src/config/read-settings.ts';

/** What the demo tenant is made of, as the migration notes it in `<dataDir>/demo.json`. */
export interface Demo {
  tenant: string;
  login: { email: string; password: string };
  appId: string;
  appSecret: string;
  verifyToken: string;
  businessId: string;
  phoneNumberId: string;
  phoneNumber: string;
  projects: { slug: string; secret: string; endpoint: string }[];
}

export function readDemo({ demo, dataDir }: Settings): Demo | undefined {
  return demo ? readJson<Demo>(join(dataDir, 'demo.json')) : undefined;
}

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The settings by which the simulator plays Meta, and the projects, of the demo tenant. */
export function simulatorEnv(settings: Settings, demo: Demo | undefined): NodeJS.ProcessEnv {
  const apps = demo
    ? [
        {
          id: demo.appId,
          secret: demo.appSecret,
          verifyToken: demo.verifyToken,
          phoneNumberId: demo.phoneNumberId,
          phoneNumber: demo.phoneNumber,
          businessId: demo.businessId,
        },
      ]
    : [];
  // The simulator knows a destination by the last part of its address.
  const destinations =
    demo?.projects.map(({ endpoint, secret }) => ({ name: endpoint.split('/').pop(), secret })) ?? [];
  return {
    SIMULATOR_PORT: String(settings.simulatorPort),
    SIMULATOR_TARGET: `http://127.0.0.1:${settings.port}/webhooks/meta`,
    SIMULATOR_APPS: JSON.stringify(apps),
    SIMULATOR_DESTINATIONS: JSON.stringify(destinations),
  };
}

/** The lines that greet the operator. */
export function summary(settings: Settings, demo: Demo | undefined, queue: Queue): string {
  const base = settings.publicUrl ?? `http://127.0.0.1:${settings.port}`;
  const login = readJson<{ email: string; password: string }>(join(settings.dataDir, 'first-login.json'));
  const folder = relative(process.cwd(), settings.dataDir) || settings.dataDir;
  const database = settings.databaseUrl ? 'your PostgreSQL' : 'PostgreSQL 18';
  const carrier = queue.kind === 'own' ? queue.server : queue.kind === 'given' ? 'your Redis' : 'PostgreSQL';
  const rows: [string, string | undefined][] = [
    ['Dashboard', `${base}/app/`],
    ['Demo login', demo && `${demo.login.email}  ${demo.login.password}`],
    [
      'First login',
      `${login ? `${login.email}  ${login.password}` : `${settings.adminEmail}, with the password you set`}  (super-admin)`,
    ],
    ['API', `${base}/api/v1`],
    ['API reference', `${base}/api/docs`],
    ['Health', `${base}/api/v1/system/health/ready`],
    ['Webhook for Meta', demo ? `${base}/webhooks/meta/${demo.appId}` : `${base}/webhooks/meta`],
    ['Simulator', settings.simulator ? `http://127.0.0.1:${settings.simulatorPort}/` : undefined],
    [
      'Demo',
      demo &&
        `tenant "${demo.tenant}", number ${demo.phoneNumber}, projects ${demo.projects.map(({ slug }) => slug).join(' and ')}`,
    ],
    [
      'Data and logs',
      `${folder.startsWith('..') ? settings.dataDir : folder} (database: ${database}, queue: ${carrier})`,
    ],
  ];
  const lines = rows.flatMap(([name, value]) => (value ? [`  ${name.padEnd(18)}${value}`] : []));
  return ['', ...lines, '', 'Ctrl-C stops all of it.'].join('\n');
}
