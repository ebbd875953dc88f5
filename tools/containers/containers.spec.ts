import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { readSettings } from '../../libs/platform/src/config/read-settings.ts';
import { settingsTable } from '../../libs/platform/src/config/settings-table.ts';
import { commandOfPackage, root } from '../run.ts';
import { readComposeFile } from './compose-file.ts';
import { commandOf, dockerfile, environmentOf, instructionsOf, readDockerfile } from './dockerfile.ts';

const stages = readDockerfile();
const own = ['migrate', 'api', 'worker', 'simulator'];
const text = (path: string) => readFileSync(join(root, path), 'utf8');
/** The source that `npm run build` makes the file from. */
const sourceOf = (built: string) => built.replace(/^dist\/(\w+)\/([\w-]+)\.js$/, 'apps/$1/src/$2.main.ts');

describe('the Dockerfile', () => {
  it('has nothing for the linter to complain of', () => {
    const { stdout } = spawnSync(
      process.execPath,
      [commandOfPackage('dockerfilelint'), '-o', 'json', dockerfile],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const [file] = (JSON.parse(stdout) as { files: { issues: { title: string; content: string }[] }[] })
      .files;
    // The linter takes the name of an earlier stage for an image without a tag.
    const onStage = /^FROM (build|base) AS/;
    expect(file?.issues.filter((issue) => !onStage.test(issue.content))).toEqual([]);
  });

  it('stands on the very Node that the commands of this repository run under', () => {
    const [, version] = /^const version = '(.*)';$/m.exec(text('tools/bootstrap.mjs')) ?? [];
    const images = stages.map((stage) => stage.from).filter((from) => from.includes(':'));
    expect(images).toEqual(images.map(() => `node:${version}-bookworm-slim`));
  });

  it('copies only what is there', () => {
    const built = ['node_modules', 'dist'];
    const copies = stages.flatMap((stage) => stage.instructions).filter(({ name }) => name === 'COPY');
    const sources = copies
      .flatMap(({ value }) => value.split(/\s+/).slice(0, -1))
      .filter((each) => !each.startsWith('--'));
    expect(sources.length).toBeGreaterThan(3);
    for (const path of sources.map((each) => each.replace(/^\/app\//, '')))
      expect([path, built.includes(path) || existsSync(join(root, path))]).toEqual([path, true]);
  });

  it.each(own)(
    '%s runs without rights, is stopped by SIGTERM and starts a file that the build makes',
    (target) => {
      const instructions = instructionsOf(stages, target);
      const last = (name: string) => instructions.findLast((each) => each.name === name)?.value;
      expect(last('USER')).toBe('10001:10001');
      expect(last('STOPSIGNAL')).toBe('SIGTERM');
      // As a list: a shell in between would keep the signal to itself.
      const [node, flag, script = ''] = commandOf(stages, target);
      expect([node, flag]).toEqual(['node', '--enable-source-maps']);
      expect([script, existsSync(join(root, sourceOf(script)))]).toEqual([script, true]);
      expect(last('HEALTHCHECK')).toMatch(target === 'migrate' ? /^NONE$/ : /CMD \["node", /);
    },
  );

  it.each(own)('%s gets only settings that are known and accepted', (target) => {
    const { NODE_ENV, ...environment } = environmentOf(stages, target);
    expect(NODE_ENV).toBe('production');
    expect(unknownIn(environment)).toEqual([]);
    expect(readSettings(environment)).toMatchObject({ host: '0.0.0.0', dataDir: '/data', demo: false });
  });

  it('gets everything that the build needs, and nothing of this machine', () => {
    const patterns = text('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    const ignored = (path: string) => patterns.some((pattern) => matchesGlob(path, pattern));
    const { workspaces, scripts } = JSON.parse(text('package.json')) as {
      workspaces: string[];
      scripts: { build: string };
    };
    const needed = [
      ...workspaces.map((each) => each.replace('/*', '')),
      ...[
        'package.json',
        'package-lock.json',
        '.npmrc',
        'tsconfig.base.json',
        'rolldown.config.mjs',
        'LICENSE',
        'tools',
      ],
      scripts.build.replace('node ', ''),
    ];
    expect(needed.filter((path) => !existsSync(join(root, path)) || ignored(path))).toEqual([]);
    const kept = [
      '.env',
      '.env.production',
      '.waypost',
      '.git',
      'node_modules',
      'apps/api/node_modules',
      'dist',
      '.tools',
    ];
    expect(kept.filter((path) => !ignored(path))).toEqual([]);
  });
});

describe('the compose file', () => {
  const file = readComposeFile({ POSTGRES_PASSWORD: 'secret' });
  const services = Object.entries(file.services);
  const ofOurs = own.map((name) => [name, file.services[name]!] as const);

  it('refuses to start without a password of the database', () => {
    expect(() => readComposeFile({})).toThrow('POSTGRES_PASSWORD is missing: put one into .env');
  });

  it('has two servers, three processes and the migration', () => {
    expect(services.map(([name]) => name).sort()).toEqual([...own, 'postgres', 'redis'].sort());
    expect(services.filter(([, { profiles }]) => profiles).map(([name]) => name)).toEqual(['simulator']);
  });

  it.each(services)(
    '%s is watched, comes back by itself, and is reached from this machine only',
    (name, service) => {
      const runsOnce = name === 'migrate';
      expect(service.restart).toBe(runsOnce ? 'no' : 'unless-stopped');
      if (runsOnce) expect(service.healthcheck).toEqual({ disable: true });
      else expect(service.healthcheck?.test?.[0]).toMatch(/^CMD(-SHELL)?$/);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
      for (const volume of service.volumes ?? [])
        expect(Object.keys(file.volumes)).toContain(volume.split(':')[0]);
      for (const [other, { condition }] of Object.entries(service.depends_on ?? {}))
        expect([other, condition]).toEqual([
          other,
          other === 'migrate' ? 'service_completed_successfully' : 'service_healthy',
        ]);
    },
  );

  it.each(ofOurs)('%s is built from its target and locked up', (name, service) => {
    expect(service.build).toEqual({ context: '.', dockerfile, target: name });
    expect(service).toMatchObject({
      init: true,
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      stop_grace_period: '15s',
      env_file: [{ path: '.env', required: false }],
    });
    expect(unknownIn(service.environment ?? {})).toEqual([]);
  });

  it('keeps the database, the queue and the keys in volumes', () => {
    expect(Object.keys(file.volumes).sort()).toEqual(['data', 'postgres', 'redis']);
    // From version 18 on the image wants its volume a folder higher.
    expect(file.services.postgres?.volumes).toEqual(['postgres:/var/lib/postgresql']);
    expect(file.services.redis?.command).toEqual(
      expect.arrayContaining(['noeviction', '--appendonly', 'yes']),
    );
    for (const name of ['migrate', 'api', 'worker'])
      expect(file.services[name]?.volumes).toEqual(['data:/data']);
  });

  it('gives Waypost settings that it accepts, in production and as a demo', () => {
    const read = (variables: Record<string, string>) =>
      readSettings(
        readComposeFile({ POSTGRES_PASSWORD: 'secret', ...variables }).services.api?.environment ?? {},
      );
    expect(read({})).toMatchObject({
      databaseUrl: 'postgres://waypost:secret@postgres:5432/waypost',
      redisUrl: 'redis://redis:6379',
      host: '0.0.0.0',
      port: 4000,
      dataDir: '/data',
      demo: false,
      simulator: false,
      allowPrivateDestinations: false,
    });
    expect(read({ WAYPOST_DEMO: '1' })).toMatchObject({
      demo: true,
      simulator: true,
      simulatorUrl: 'http://simulator:4010',
    });
  });

  it('looks after health by commands that exist', () => {
    for (const [, { healthcheck }] of ofOurs) {
      const scripts = healthcheck?.test?.filter((part) => part.startsWith('dist/')) ?? [];
      for (const script of scripts)
        expect([script, existsSync(join(root, sourceOf(script)))]).toEqual([script, true]);
    }
    expect(file.services.api?.healthcheck?.test?.at(-1)).toContain(
      "'http://127.0.0.1:4000/api/v1/system/health/live'",
    );
    expect(file.services.simulator?.healthcheck?.test?.at(-1)).toContain("'http://127.0.0.1:4010/health'");
  });

  const compose = spawnSync('docker', ['compose', 'version'], { encoding: 'utf8' });
  const itWithCompose = compose.status === 0 ? it : it.skip;
  itWithCompose('is accepted by "docker compose config" (skipped where docker has no compose)', () => {
    const { status, stderr } = spawnSync('docker', ['compose', '--profile', 'demo', 'config', '--quiet'], {
      cwd: root,
      env: { ...process.env, POSTGRES_PASSWORD: 'secret' },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

/** The simulator has settings of its own, which it reads by itself. */
function unknownIn(environment: Record<string, string>): string[] {
  const ofSimulator = /'(SIMULATOR_[A-Z_]+)'|\.(SIMULATOR_[A-Z_]+)/g;
  const simulator = [...text('apps/simulator/src/settings.ts').matchAll(ofSimulator)].map(
    (match) => match[1] ?? match[2],
  );
  return Object.keys(environment).filter((name) => !(name in settingsTable) && !simulator.includes(name));
}
