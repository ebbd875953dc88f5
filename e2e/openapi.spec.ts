import { type Json, ok } from './world/client.ts';
import { createWorld, type World } from './world/world.ts';

let world: World;
let document: Json;
let operations: { name: string; path: string; operation: Json }[];

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  document = await ok(world.stranger.get('/api/openapi.json'));
  operations = Object.entries<Json>(document.paths).flatMap(([path, methods]) =>
    Object.entries<Json>(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      operation,
    })),
  );
});
afterAll(() => world?.stop());

/** Every object that stands anywhere in a value. */
function* within(value: Json): Generator<Json> {
  if (typeof value !== 'object' || value === null) return;
  yield value;
  for (const part of Object.values(value)) yield* within(part);
}
const at = (reference: string): Json =>
  reference
    .split('/')
    .slice(1)
    .reduce((place, key) => place?.[key], document);

describe('the OpenAPI document', () => {
  test('says what it is', () => {
    expect(document.openapi).toMatch(/^3\.\d/);
    expect(document.info).toEqual(
      expect.objectContaining({ title: 'Waypost', version: expect.stringMatching(/^\d+\.\d+\.\d+/) }),
    );
  });

  test('gives every operation a summary of one line, one tag and an id of its own', () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const { name, operation } of operations) {
      expect([name, operation.summary]).toEqual([name, expect.stringMatching(/^[A-Z].{5,120}[^.]$/)]);
      expect([name, operation.tags]).toEqual([name, [expect.any(String)]]);
    }
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  test('says what every operation answers when it goes well, and problems as problems', () => {
    for (const { name, operation } of operations) {
      const good = Object.entries<Json>(operation.responses).filter(([status]) => /^[23]/.test(status));
      expect([name, good.length]).toEqual([name, 1]);
      const [[status, answer]] = good as [[string, Json]];
      const { schema } = answer.content?.['application/json'] ??
        answer.content?.['text/event-stream'] ??
        answer.content?.['text/csv'] ??
        answer.content?.['text/html'] ??
        answer.content?.['text/plain'] ??
        answer.content?.['image/png'] ??
        {};
      const kind = schema?.$ref ?? schema?.type ?? (schema?.oneOf && 'one of several');
      // Who is sent elsewhere gets nothing here; what is only taken note of says no more than that.
      const empty = status === '204' || status === '302' || (status === '202' && answer.content === undefined);
      expect([name, empty ? schema : kind]).toEqual([name, empty ? undefined : expect.any(String)]);
      const problems = Object.entries<Json>(operation.responses).filter(([code]) => code.startsWith('4'));
      for (const [code, { content }] of problems) {
        expect([name, code, Object.keys(content ?? {})]).toEqual([name, code, ['application/problem+json']]);
      }
    }
  });

  test('names every parameter of a path, and describes every body', () => {
    for (const { name, path, operation } of operations) {
      const inPath = (operation.parameters ?? [])
        .filter((parameter: Json) => parameter.in === 'path')
        .map((parameter: Json) => parameter.name);
      expect([name, inPath]).toEqual([
        name,
        [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter),
      ]);
      if (operation.requestBody)
        for (const [type, { schema }] of Object.entries<Json>(operation.requestBody.content)) {
          const described = type.startsWith('image/') ? schema.format === 'binary' : schema.$ref !== undefined;
          expect([name, type, described]).toEqual([name, type, true]);
        }
    }
  });

  test('refers to nothing that is not in it, and gives every property a type', () => {
    for (const part of within(document)) {
      if (typeof part.$ref === 'string')
        expect([part.$ref, at(part.$ref) !== undefined]).toEqual([part.$ref, true]);
    }
    for (const [schema, { properties = {} }] of Object.entries<Json>(document.components.schemas)) {
      for (const [property, described] of Object.entries<Json>(properties)) {
        const known =
          described.type ?? described.$ref ?? described.allOf ?? described.oneOf ?? described.anyOf;
        expect([schema, property, known !== undefined]).toEqual([schema, property, true]);
      }
    }
  });

  test('never shows a secret as something that is answered', () => {
    for (const [schema, { properties = {} }] of Object.entries<Json>(document.components.schemas)) {
      const secrets = Object.keys(properties).filter((property) =>
        /^(password|appSecret|verifyToken|passwordHash|\w*Sealed)$/.test(property),
      );
      expect([schema, secrets.length === 0 || schema.endsWith('Body')]).toEqual([schema, true]);
    }
  });
});

describe('the pages to read it', () => {
  test.each(['/api/docs', '/api/docs/', '/api-docs', '/api-docs/'])(
    '%s serves Swagger UI with all its parts',
    async (path) => {
      const page = await fetch(world.url + path);
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/html'),
      ]);
      const html = await page.text();
      expect(html).toContain('<title>Waypost API</title>');
      const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(
        ([, part]) => new URL(part!, page.url).href,
      );
      expect(parts.some((part) => part.endsWith('.js'))).toBe(true);
      expect(parts.some((part) => part.endsWith('.css'))).toBe(true);
      for (const part of parts) {
        expect(part).toMatch(new RegExp(`^${world.url}/`));
        const { status, headers } = await fetch(part);
        expect([part, status, headers.get('content-type')?.split(';')[0]]).toEqual([
          part,
          200,
          expect.not.stringContaining('html'),
        ]);
      }
      const settings = await (await fetch(parts.find((part) => part.endsWith('swagger-ui-init.js'))!)).text();
      expect(settings).toContain('/api/v1/projects');
    },
  );
});
