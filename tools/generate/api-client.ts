import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { join } from 'node:path';
import { build } from '../build.ts';
import { root, run } from '../run.ts';

/** `libs/api-client/src/schema.ts`: the types of every call, from the OpenAPI document that the API prints. */
export async function renderApiSchema(): Promise<string> {
  await build({ dashboard: false });
  const { code, output } = await run(process.execPath, [join(root, 'dist/api/openapi.js')], { output: 'keep' });
  if (code !== 0) throw new Error(`The API could not print its OpenAPI document:\n${output}`);
  // What has a default may be left out of a body; answers say themselves what is always there.
  const types = astToString(await openapiTypescript(JSON.parse(output) as OpenAPI3, { defaultNonNullable: false }));
  return `// Made by "node tools/generate.mjs" from the OpenAPI document; edit the controllers and their DTOs, not this file.\n${types}`;
}
