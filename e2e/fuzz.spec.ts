import fc from 'fast-check';
import { PeopleService } from '../libs/accounts/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { absent, make } from './world/kinds.ts';
import type { RoutePlan } from './world/route-plan.ts';
import { allRoutes } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

/** `FUZZ_RUNS=2000 FUZZ_SEED=1` tries longer, or the same again. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
const SEED = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000);

let world: World;
let tenant: Tenant;
let document: Json;

let people = 0;

/** A super-admin of whom nothing has been tried yet: it may end their session, or change their password. */
async function somebody(): Promise<Client> {
  const login = { email: `fuzzer-${(people += 1)}@waypost.test`, password: 'a long enough one' };
  await world.api.get(PeopleService, { strict: false }).createSuperAdmin({ ...login, name: 'Fuzzer' });
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', login));
  return world.stranger.as(accessToken);
}

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  tenant = await world.tenant('fuzzed');
  document = await ok(world.stranger.get('/api/openapi.json'));
});
afterAll(() => world?.stop());

/** What people who mean harm send, and what programs send by mistake. */
const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\u202e',
    "' OR 1=1 --",
    "'; DROP TABLE tenant; --",
    '$1',
    '%',
    '_',
    '\\',
    '../../etc/passwd',
    '%2e%2e%2f',
    '<script>alert(1)</script>',
    '{{7*7}}',
    '${7*7}',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '-1',
    '1e400',
    '9'.repeat(400),
    'a'.repeat(5_000),
    'é'.repeat(300),
    '00000000-0000-0000-0000-000000000000',
    '2026-13-45T99:99:99Z',
    '+275760-09-13T00:00:00.001Z',
    'http://[::1',
    'http://169.254.169.254/latest/meta-data',
    'javascript:alert(1)',
  ),
);
const hostileNumber = fc.oneof(
  fc.constantFrom(0, -1, 0.5, 2 ** 31, 2 ** 53, 1e308, -1e308, Number.MIN_VALUE),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  hostileNumber,
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.constant({}),
  fc.array(hostileText, { maxLength: 4 }),
  fc.dictionary(hostileText, hostileText, { maxKeys: 4 }),
  fc.constant(Array.from({ length: 300 }, (_, at) => at)),
  fc.constant(nested(60)),
);

function nested(depth: number): unknown {
  return depth === 0 ? 'deep' : { in: nested(depth - 1), list: [depth] };
}

/** A good body in which some fields are not, or something that is no body at all. */
function bodies(good: Json, named: string[]): fc.Arbitrary<unknown> {
  const fields = [...new Set([...Object.keys(good), ...named])];
  if (fields.length === 0) return hostile;
  const spoilt = fc
    .uniqueArray(fc.constantFrom(...fields), { minLength: 1, maxLength: 3 })
    .chain((some) => fc.tuple(...some.map((field) => hostile.map((value) => [field, value] as const))))
    .map((changes) => ({ ...good, ...Object.fromEntries(changes) }));
  return fc.oneof({ weight: 5, arbitrary: spoilt }, { weight: 1, arbitrary: hostile }, {
    weight: 1,
    arbitrary: fc.tuple(hostileText, hostile).map(([name, value]) => ({ ...good, [name]: value })),
  });
}

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
}

function operationOf(path: string, method: string): { parameters: Parameter[]; fields: string[] } {
  const { parameters = [], requestBody } = document.paths[path][method.toLowerCase()];
  const ref = requestBody?.content?.['application/json']?.schema?.$ref?.split('/').at(-1);
  return { parameters, fields: Object.keys(document.components.schemas[ref]?.properties ?? {}) };
}

/** Encoded as far as it can be; half of a surrogate pair cannot stand in an address. */
const inAddress = (value: unknown) => encodeURIComponent(String(typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value)));

/** A call that stays open, and those that would end what the other calls need. */
const leftOut = new Set(['GET /api/v1/stream', 'DELETE /api/v1/auth/me']);

describe(`hostile input (FUZZ_SEED=${SEED})`, () => {
  it.each(allRoutes.filter(({ route }) => !leftOut.has(route)).map((plan) => [plan.route, plan] as const))(
    '%s answers with an error of the caller, never with one of ours',
    async (_route, plan) => {
      const { parameters, fields } = operationOf(plan.path, plan.method);
      const place = { world, tenant };
      // Only the calls about oneself can end a session.
      const root = plan.path.startsWith('/api/v1/auth/') ? await somebody() : world.root;
      const caller = plan.needs === 'platform:admin' ? root : root.forTenant(tenant.id);
      const good = plan.body ? await plan.body(place) : {};
      const own = plan.id && plan.needs !== 'platform:admin' ? await make(plan.id, place) : undefined;
      const calls = fc.record({
        body: bodies(good, fields),
        id: fc.oneof(hostileText, fc.constant(own ?? idOf(plan))),
        query: fc.dictionary(
          fc.constantFrom(...parameters.filter((one) => one.in === 'query').map(({ name }) => name), 'limit', 'cursor', 'x'),
          fc.oneof(hostileText, hostileNumber),
          { maxKeys: 4 },
        ),
        headers: fc.dictionary(fc.constantFrom('idempotency-key', 'x-request-id', 'x-forwarded-for', 'accept-language'), fc.string({ maxLength: 300 })),
      });
      for (const { body, id, query, headers } of fc.sample(calls, { numRuns: RUNS, seed: SEED })) {
        const search = Object.entries(query).map(([name, value]) => `${name}=${inAddress(value)}`);
        const path = `${plan.path.replace(/\{\w+\}/, inAddress(id))}${search.length > 0 ? `?${search.join('&')}` : ''}`;
        const sent = plan.method === 'GET' || plan.method === 'DELETE' ? undefined : JSON.stringify(body);
        const printable = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace(/[^\x21-\x7e]/g, '')]));
        const answer = await caller.call(plan.method, path, sent, printable);
        if (answer.status >= 500) {
          throw new Error(`${plan.method} ${path}\n${sent ?? ''}\n${answer.status} ${JSON.stringify(answer.body)}`);
        }
      }
    },
  );
});

function idOf(plan: RoutePlan): string {
  return plan.id ? absent(plan.id) : 'x';
}
