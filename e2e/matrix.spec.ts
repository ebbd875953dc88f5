import { readFileSync, writeFileSync } from 'node:fs';
import { type Json, ok } from './world/client.ts';
import { walk, type Walked, written } from './world/matrix.ts';
import { allRoutes, documentedRoutes, routes } from './world/routes.ts';
import { createWorld, type World } from './world/world.ts';

const FILE = new URL('./world/matrix.txt', import.meta.url);

let world: World;
let document: Json;
let walked: Walked;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  document = await ok(world.stranger.get('/api/openapi.json'));
  walked = await walk(world);
}, 240_000);
afterAll(() => world?.stop());

test('there is a plan for every route of the OpenAPI document, and for no other', () => {
  expect(Object.keys(routes).sort()).toEqual(documentedRoutes(document).sort());
  for (const { route, path, id } of allRoutes)
    expect([route, id !== undefined]).toEqual([route, path.includes('{')]);
});

test('everybody is answered by every route what the checked-in matrix says', () => {
  const text = written(walked.cells);
  if (process.env.MATRIX === 'write') writeFileSync(FILE, text);
  expect(text.split('\n')).toEqual(readFileSync(FILE, 'utf8').split('\n'));
});

test("what is another tenant's is answered like what does not exist, to everybody and by every route", () => {
  expect(walked.told).toEqual([]);
  for (const [route, row] of walked.cells) {
    for (const { foreign, nothing } of row) expect([route, foreign]).toEqual([route, nothing]);
  }
});

test('through all of this nothing of the other tenant has changed', () => {
  expect(walked.theirs.after).toEqual(walked.theirs.before);
});
