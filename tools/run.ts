import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const root = dirname(import.meta.dirname);

/** The script behind a package's command, to be run with `process.execPath`: the same on every platform, no shell between. */
export function commandOfPackage(name: string, command = name): string {
  const manifest = findManifest(name);
  const bin = (JSON.parse(readFileSync(manifest, 'utf8')) as { bin: string | Record<string, string> }).bin;
  const script = typeof bin === 'string' ? bin : bin[command];
  if (!script) throw new Error(`Package ${name} has no command ${command}`);
  return join(dirname(manifest), script);
}

function findManifest(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const folder of folders) {
    const manifest = join(folder, name, 'package.json');
    try {
      readFileSync(manifest);
      return manifest;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`Package ${name} is not installed`);
}

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  /** Milliseconds after which the process is killed. */
  timeout?: number;
  /** `show` lets it write to our own output, `errors` only its standard error, `keep` collects both. */
  output?: 'show' | 'errors' | 'keep';
  signal?: AbortSignal;
  cwd?: string;
  uid?: number;
  gid?: number;
}

/** Runs a process to its end. Exit code -1 stands for "killed" (time-out, signal, abort) and "could not be started". */
export function run(
  command: string,
  args: string[],
  options: RunOptions = {},
): Promise<{ code: number; output: string }> {
  const streams = (
    { show: ['inherit', 'inherit'], errors: ['ignore', 'inherit'], keep: ['pipe', 'pipe'] } as const
  )[options.output ?? 'show'];
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      uid: options.uid,
      gid: options.gid,
      env: options.env ?? process.env,
      stdio: ['ignore', ...streams],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
      signal: options.signal,
    });
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', (error) => resolve({ code: -1, output: output + error.message }));
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
