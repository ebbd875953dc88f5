import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../tools/services/ports.ts';

const READY_MS = 90_000;
const STOP_MS = 20_000;
const root = join(import.meta.dirname, '../../..');

/** What the plays need to know of the running system. */
export interface Running {
  url: string;
  simulator: string;
  demo: { login: { email: string; password: string }; phoneNumberId: string; phoneNumber: string; appId: string };
  admin: { email: string; password: string };
  dataDir: string;
}

/**
 * Starts everything as a user does, in a folder of its own; answers how to stop it. A world that runs already is named
 * in WAYPOST_RUNNING, as JSON: it is taken and left running.
 */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.WAYPOST_RUNNING) return () => Promise.resolve();
  const dataDir = mkdtempSync(join(tmpdir(), 'waypost-browser-'));
  // PostgreSQL runs as another user when this is root.
  chmodSync(dataDir, 0o755);
  const [port, simulatorPort, mailPort] = [await freePort(), await freePort(), await freePort()];
  const admin = { email: 'admin@waypost.local', password: 'a password for the plays' };
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: '',
      // Many people sit at one address here, and are quick.
      RATE_LIMITS: '0',
      PORT: String(port),
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_MAIL_PORT: String(mailPort),
      WAYPOST_DATA_DIR: dataDir,
      WAYPOST_ADMIN_EMAIL: admin.email,
      WAYPOST_ADMIN_PASSWORD: admin.password,
    },
  });
  let output = '';
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<boolean>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('Waypost is ready')) resolve(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => resolve(false));
    setTimeout(() => resolve(false), READY_MS).unref();
  });
  const stop = async () => {
    child.kill('SIGINT');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
    rmSync(dataDir, { recursive: true, force: true });
  };
  if (!(await ready)) {
    await stop();
    throw new Error(`Waypost did not start:\n${output}`);
  }
  const demo = JSON.parse(readFileSync(join(dataDir, 'demo.json'), 'utf8')) as Running['demo'];
  const running: Running = { url: `http://127.0.0.1:${port}`, simulator: `http://127.0.0.1:${simulatorPort}`, demo, admin, dataDir };
  process.env.WAYPOST_RUNNING = JSON.stringify(running);
  return stop;
}
