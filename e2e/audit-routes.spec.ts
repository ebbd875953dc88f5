import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { type Client, type Json, ok } from './world/client.ts';
import { make, type Place } from './world/kinds.ts';
import { allRoutes, pathWith } from './world/routes.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

/** What changes something and leaves no entry, and why that is right. */
const silent: Record<string, string> = {
  'POST /api/v1/auth/refresh':
    'A session goes on as it was; a token that comes twice ends it, and that is recorded.',
  'POST /api/v1/auth/logout': 'Called without a session here, it ends none; the end of one is recorded.',
  'POST /api/v1/auth/oidc/start': 'It says where to sign in; being let in or refused there is recorded.',
  'POST /api/v1/auth/password/forgot':
    'It answers strangers alike for every address; setting the password is recorded.',
  'POST /api/v1/auth/verify/resend': 'It sends a mail once more; the proof of the address is recorded.',
  'POST /api/v1/auth/totp/setup': 'It shows a secret that nothing uses yet; switching it on is recorded.',
  'POST /api/v1/auth/switch': 'It changes where somebody looks; what they do there names the tenant.',
  'POST /api/v1/sandbox/messages': 'It speaks to the stand-in for Meta, and changes nothing here.',
  'POST /api/v1/sandbox/setup/verify': 'It speaks to the stand-in for Meta, and changes nothing here.',
  'PUT /api/v1/sandbox/destinations/{name}': 'It speaks to the stand-in for Meta, and changes nothing here.',
};
/** What the plan of a route cannot make go well (its link is over, there is no code), and the action that it leaves when it does. */
const notHere: Record<string, string> = {
  'DELETE /api/v1/auth/me': 'person.erased',
  'POST /api/v1/auth/impersonation/end': 'session.ended',
  'POST /api/v1/auth/register': 'tenant.registered',
  'POST /api/v1/auth/register/look': '',
  'POST /api/v1/auth/verify': 'email.verified',
  'POST /api/v1/auth/password/reset': 'password.reset',
  'POST /api/v1/auth/totp/enable': 'totp.enabled',
  'POST /api/v1/auth/totp/disable': 'totp.disabled',
  'POST /api/v1/auth/totp/recovery-codes': 'recovery-codes.renewed',
  'POST /api/v1/auth/invites/look': '',
  'POST /api/v1/auth/invites/accept': 'invite.accepted',
};
/** Without it there would be nothing to do. */
const before: Record<string, (place: Place) => Promise<unknown>> = {
  'POST /api/v1/tenants/{id}/resume': ({ world, tenant }) =>
    ok(world.root.post(`/api/v1/tenants/${tenant.id}/suspend`)),
  'POST /api/v1/tenants/{id}/restore': ({ world, tenant }) =>
    ok(world.root.delete(`/api/v1/tenants/${tenant.id}`)),
};
const otherwise: Record<string, Json> = {
  'POST /api/v1/tenants/{id}/plan': { planId: 'pro' },
  // The first part of an export, which is the one that is recorded.
  'POST /api/v1/privacy/export': { phone: '+1 202 555 0143' },
};

let world: World;
let shop: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('watched');
});
afterAll(() => world?.stop());

const changing = allRoutes.filter(({ method }) => method !== 'GET');
const count = async () =>
  Number((await world.sql('SELECT coalesce(sum(sequence), 0) AS n FROM audit_head'))[0].n);

/** Somebody new each time: what ends a session must not end that of the next. */
async function caller(needs: string, tenant: Tenant): Promise<Client> {
  if (needs === 'public') return world.stranger;
  if (needs === 'platform:admin') return world.root;
  const { body } = await world.stranger.post('/api/v1/auth/login', tenant.login);
  return world.stranger.as(body.accessToken);
}

const call = (client: Client, method: string, path: string, body?: Json) =>
  client.call(method, path, body ?? (method === 'POST' || method === 'PATCH' ? {} : undefined));

test.each(changing.filter(({ route }) => !(route in notHere)))(
  '$route leaves an entry',
  async ({ route, method, path, id, needs, body }) => {
    // What is done to a tenant, or to somebody's sign-in, is done to one of its own.
    const own = needs === 'platform:admin' || needs === 'signed-in';
    const tenant = own ? await world.tenant(`w-${randomBytes(4).toString('hex')}`) : shop;
    const place = { world, tenant };
    const address = pathWith(path, id && (await make(id, place)));
    const sent = otherwise[route] ?? (await body?.(place));
    await before[route]?.(place);
    const client = await caller(needs, tenant);
    const had = await count();
    const answer = await call(client, method, address, sent);
    expect([route, answer.status < 300 || answer.body]).toEqual([route, true]);
    expect([route, (await count()) > had]).toEqual([route, !(route in silent)]);
  },
);

test('what cannot go well here is recorded where it does', () => {
  const code = globSync('{libs,apps}/*/src/**/*.ts')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  for (const action of Object.values(notHere).filter(Boolean))
    expect([action, code.includes(`'${action}'`)]).toEqual([action, true]);
});

test('every exception is a route, and says why', () => {
  const known = new Set(changing.map(({ route }) => route));
  for (const [route, why] of Object.entries(silent))
    expect([route, known.has(route), why.length > 20]).toEqual([route, true, true]);
  for (const route of Object.keys({ ...notHere, ...before, ...otherwise }))
    expect([route, known.has(route)]).toEqual([route, true]);
});
