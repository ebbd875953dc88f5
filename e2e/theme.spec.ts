import { readFileSync } from 'node:fs';
import { contrast } from '../libs/contracts/src/index.ts';
import { ok } from './world/client.ts';
import { signInAs } from './world/people.ts';
import { PNG } from './world/kinds.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

const THEME = '/api/v1/tenants/current/theme';

let world: World;
let shop: Tenant;
let other: Tenant;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
  shop = await world.tenant('theme-shop');
  other = await world.tenant('other-shop');
});
afterAll(() => world?.stop());

const bytesOf = async (path: string) => {
  const answer = await fetch(world.url + path);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

test("who has chosen nothing has the tenant's name and the product's colour", async () => {
  expect(await ok(shop.admin.get(THEME))).toMatchObject({
    name: 'theme-shop',
    brandColor: '#108a9e',
    locale: 'en',
    logoUrl: null,
    chosen: { name: null, brandColor: null, locale: null },
  });
});

test('whatever the colour, text can be read in light and dark, and the answer says so', async () => {
  for (const brandColor of ['#FFEE00', '#000000', '#ffffff', '#25d366', '#ff0000', '#7f7f7f']) {
    const theme = await ok(shop.admin.patch(THEME, { brandColor }));
    expect(theme.brandColor).toBe(brandColor.toLowerCase());
    for (const { brand, brandFg, brandText, brandSoft, fillContrast, textContrast } of [
      theme.colors.light,
      theme.colors.dark,
    ]) {
      expect(Math.min(fillContrast, textContrast)).toBeGreaterThanOrEqual(4.5);
      expect(Math.min(contrast(brand, brandFg), contrast(brandText, brandSoft))).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('name, colour and language are the own ones, are audited, and null goes back', async () => {
  const chosen = { name: 'Theme & Söhne', brandColor: '#7a0019', locale: 'ar' };
  expect(await ok(shop.admin.patch(THEME, chosen))).toMatchObject({ ...chosen, chosen });
  expect(await ok(other.admin.get(THEME))).toMatchObject({ name: 'other-shop', brandColor: '#108a9e' });

  const { data } = await ok(shop.admin.get('/api/v1/audit?action=theme.changed&limit=1'));
  expect(data[0]).toMatchObject({ after: expect.objectContaining({ name: 'Theme & Söhne' }) });

  expect(await ok(shop.admin.patch(THEME, { name: null, locale: null }))).toMatchObject({
    name: 'theme-shop',
    locale: 'en',
    brandColor: '#7a0019',
  });
});

test.each([
  [{ brandColor: 'red' }, 'brandColor'],
  [{ brandColor: '#12345' }, 'brandColor'],
  [{ name: '   ' }, 'name'],
  [{ name: 'x'.repeat(101) }, 'name'],
  [{ locale: 'fr' }, 'locale'],
  [{ logoUrl: 'https://x.test/logo.png' }, 'logoUrl'],
])('%j is refused at %s', async (body, field) => {
  const { status, body: problem } = await shop.admin.patch(THEME, body);
  expect([status, problem.code, problem.errors[0].field]).toEqual([422, 'invalid_input', field]);
});

test('everybody in the tenant sees the brand, its administrators change it', async () => {
  const agent = await signInAs(world, shop, 'AGENT');
  expect((await agent.get(THEME)).status).toBe(200);
  expect((await agent.patch(THEME, { name: 'Mine' })).status).toBe(403);
  expect((await agent.call('PUT', `${THEME}/logo`, PNG)).status).toBe(403);
});

describe('the logo', () => {
  test('is served to anybody who has its address, as what it is and for ever', async () => {
    const { logoUrl } = await ok(shop.admin.call('PUT', `${THEME}/logo`, PNG));
    const { status, headers, bytes } = await bytesOf(logoUrl);
    expect([status, bytes.equals(PNG)]).toEqual([200, true]);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
    });
  });

  test('has another address once it is another picture, and none once it is removed', async () => {
    const first = await ok(shop.admin.call('PUT', `${THEME}/logo`, PNG));
    const second = await ok(shop.admin.call('PUT', `${THEME}/logo`, PNG));
    expect(second.logoUrl).not.toBe(first.logoUrl);
    expect((await bytesOf(first.logoUrl)).status).toBe(404);
    expect((await shop.admin.delete(`${THEME}/logo`)).status).toBe(204);
    expect((await bytesOf(second.logoUrl)).status).toBe(404);
    expect(await ok(shop.admin.get(THEME))).toMatchObject({ logoUrl: null });
    expect((await shop.admin.delete(`${THEME}/logo`)).status).toBe(204);
  });

  test.each(['..%2f..', 'x', '%00'.repeat(32), 'A'.repeat(32)])(
    'no address is found by trying: %s',
    async (token) => {
      expect((await bytesOf(`/api/v1/brand/${token}/logo`)).status).toBe(404);
    },
  );

  test.each([
    [
      'a drawing with a script, sent as a picture',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'image/png',
      422,
      'invalid_input',
    ],
    [
      'a drawing that says so',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
      400,
      'invalid_body',
    ],
    ['JSON', Buffer.from('{}'), 'application/json', 422, 'invalid_input'],
    ['nothing', Buffer.alloc(0), 'image/png', 422, 'invalid_input'],
    ['more than 200 KB', Buffer.concat([PNG, Buffer.alloc(204_800)]), 'image/png', 413, 'body_too_large'],
  ])('%s is refused', async (_, bytes, type, status, code) => {
    const answer = await shop.admin.call('PUT', `${THEME}/logo`, bytes, { 'content-type': type });
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  test('is what its bytes say, whatever the sender calls it', async () => {
    const { logoUrl } = await ok(
      shop.admin.call('PUT', `${THEME}/logo`, PNG, { 'content-type': 'image/webp' }),
    );
    expect((await bytesOf(logoUrl)).headers.get('content-type')).toBe('image/png');
  });

  test('no other call takes a picture as its body', async () => {
    const answer = await shop.admin.call('PATCH', THEME, PNG);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid_body']);
  });
});

test('the surfaces that colours are solved against are those of the pages', () => {
  const tokens = readFileSync('apps/dashboard/src/theme/tokens.css', 'utf8');
  for (const surface of ['0.952 0.004 240', '0.981 0.0025 240', '0.262 0.009 250', '0.193 0.007 250']) {
    expect(tokens).toContain(`oklch(${surface})`);
  }
});
