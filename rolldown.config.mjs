import { readdirSync } from 'node:fs';
import { defineConfig } from 'rolldown';

/** Every `apps/<app>/src/*.main.ts` becomes `dist/<app>/<name>.js`; our own libs are bundled in, packages stay outside. */
const apps = ['api', 'worker', 'simulator'];
const own = /^(\.|\/|@waypost\/|@oxc-project\/runtime)/;

export default defineConfig(
  apps.map((app) => ({
    input: Object.fromEntries(
      readdirSync(`apps/${app}/src`)
        .filter((file) => file.endsWith('.main.ts'))
        .map((file) => [file.replace('.main.ts', ''), `apps/${app}/src/${file}`]),
    ),
    platform: 'node',
    tsconfig: 'tsconfig.base.json',
    external: (id) => !own.test(id),
    output: { dir: `dist/${app}`, format: 'esm', sourcemap: true, entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js', cleanDir: true },
  })),
);
