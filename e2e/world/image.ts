import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  commandOf,
  environmentOf,
  instructionsOf,
  readDockerfile,
} from '../../tools/containers/dockerfile.ts';
import { root, run } from '../../tools/run.ts';

const stages = readDockerfile();
/** The user of the image; only root can become somebody else. */
const user = process.getuid?.() === 0 ? { uid: 10_001, gid: 10_001 } : {};

export interface Running {
  /** The last exit code; null when it was killed. */
  ended: Promise<number | null>;
  said(): string;
  stop(): Promise<number | null>;
  kill(): void;
}

/** What the image holds, as a folder: the built files and the packages that are left without the development ones. */
export class Image {
  readonly folder = mkdtempSync(join(tmpdir(), 'waypost-image-'));
  readonly app = join(this.folder, 'app');
  readonly data = join(this.folder, 'data');
  readonly bin = join(this.folder, 'bin');

  constructor() {
    for (const folder of [this.app, this.data, this.bin]) mkdirSync(folder);
    chmodSync(this.folder, 0o755);
    if (user.uid !== undefined) chownSync(this.data, user.uid, user.gid);
    chmodSync(this.data, 0o700);
    // Node itself may lie where only its owner may go.
    take(process.execPath, join(this.bin, 'node'));
    for (const path of ['package.json', 'dist', ...productionPackages()])
      take(join(root, path), join(this.app, path));
  }

  /** The command of a target as `docker run` would run it, with these settings. */
  start(target: string, settings: Record<string, string>): Running {
    const [command = '', ...args] = commandOf(stages, target);
    const child = spawn(join(this.bin, command), args, {
      cwd: this.app,
      env: this.environment(target, settings),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (text += bytes.toString()));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return {
      ended,
      said: () => text,
      stop: () => (child.kill('SIGTERM'), ended),
      kill: () => void child.kill('SIGKILL'),
    };
  }

  /** Runs the target's own health check once. */
  async isHealthy(target: string, settings: Record<string, string>): Promise<boolean> {
    const { value = '' } =
      instructionsOf(stages, target).findLast((each) => each.name === 'HEALTHCHECK') ?? {};
    const [command = '', ...args] = JSON.parse(value.slice(value.indexOf('['))) as string[];
    const env = this.environment(target, settings);
    const { code } = await run(join(this.bin, command), args, {
      cwd: this.app,
      env,
      output: 'keep',
      ...user,
    });
    return code === 0;
  }

  /** Any other program of the image, as by `docker compose run`. */
  async run(
    script: string,
    args: string[],
    settings: Record<string, string>,
  ): Promise<{ code: number; output: string }> {
    const env = this.environment('api', settings);
    return run(join(this.bin, 'node'), [script, ...args], { cwd: this.app, env, output: 'keep', ...user });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private environment(target: string, settings: Record<string, string>): NodeJS.ProcessEnv {
    return { ...environmentOf(stages, target), WAYPOST_DATA_DIR: this.data, ...settings };
  }
}

/** What `npm prune --omit=dev` leaves, by the lock file; packages within packages come with those. */
function productionPackages(): string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; link?: boolean }>;
  };
  const topLevel = /^node_modules\/(@[^/]+\/)?[^/]+$/;
  return Object.entries(packages)
    .filter(([path, { dev, link }]) => topLevel.test(path) && !dev && !link && existsSync(join(root, path)))
    .map(([path]) => path);
}

/** A file or a folder under another name: linked where that can be done, which takes neither time nor room. */
function take(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const found = lstatSync(from);
  if (found.isDirectory()) {
    mkdirSync(to, { recursive: true });
    for (const entry of readdirSync(from)) take(join(from, entry), join(to, entry));
  } else if (found.isFile()) {
    try {
      linkSync(from, to);
    } catch (error) {
      if (!['EXDEV', 'EPERM', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      copyFileSync(from, to);
    }
  }
}
