/** Writes the files that are made from the code; with --check it only says which of them are stale. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { settingsTable } from '../libs/platform/src/config/settings-table.ts';
import { renderApiSchema } from './generate/api-client.ts';
import { renderEnvExample, renderSettingsPage } from './generate/settings.ts';

const root = new URL('../', import.meta.url);
const files = [
  ['.env.example', renderEnvExample(settingsTable)],
  ['docs/settings.md', await formatted('docs/settings.md', renderSettingsPage(settingsTable))],
  ['libs/api-client/src/schema.ts', await renderApiSchema()],
];

const stale = [];
for (const [name, text] of files) {
  const path = fileURLToPath(new URL(name, root));
  if ((await contentOf(path)) === text) continue;
  stale.push(name);
  if (process.argv.includes('--check')) continue;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`Wrote ${name}.`);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`Not up to date: ${stale.join(', ')}. Run "node tools/generate.mjs" and commit the result.`);
  process.exitCode = 1;
}

/** As the formatter leaves it, so that formatting the repository does not make the file stale. */
async function formatted(name, text) {
  const filepath = fileURLToPath(new URL(name, root));
  return prettier.format(text, { ...(await prettier.resolveConfig(filepath)), filepath });
}

async function contentOf(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}
