import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import type { WebhookItem } from '@waypost/whatsapp';
import { type AccountEntry, type Directory, type NumberEntry, type Route, routesFor } from './directory.ts';
import { ownerOf, type SigningApp } from './ownership.ts';

const route = (projectId: string, priority = 0, ...fields: string[]): Route => ({
  projectId,
  priority,
  fields: fields.length > 0 ? fields : ['messages'],
  split: 'batch',
  enabled: true,
});

const number = (id: string, tenantId: string, metaAppId: string, routes: Route[] = []): NumberEntry => ({
  id,
  tenantId,
  metaAppId,
  routes,
  suspended: false,
});

const account = (tenantId: string, platformAppIds: string[] = [], routes: Route[] = []): AccountEntry => ({
  tenantId,
  platformAppIds,
  routes,
  suspended: false,
});

const anna: SigningApp = { tenantId: 'anna', id: 'anna-app' };
const annaToo: SigningApp = { tenantId: 'anna', id: 'anna-app-2' };
const platform: SigningApp = { tenantId: PLATFORM_TENANT_ID, id: 'platform-app' };
const platformToo: SigningApp = { tenantId: PLATFORM_TENANT_ID, id: 'platform-app-2' };

const annasNumber = number('anna-1', 'anna', anna.id, [
  route('low', 1),
  route('high', 9),
  route('other', 5, 'calls'),
]);
const connected = number('anna-2', 'anna', platform.id);
const bobsNumber = number('bob-1', 'bob', 'bob-app');
const numbers = new Map([
  ['201', annasNumber],
  ['202', connected],
  ['203', bobsNumber],
  ['204', { ...annasNumber, suspended: true }],
]);
/** 4915999 is shared by two numbers, so nobody's. */
const byDigits = new Map([
  ['4915201', annasNumber],
  ['4915203', bobsNumber],
]);
const accounts = new Map([
  ['101', account('anna', [platform.id], [route('account-project', 0, 'account_update')])],
  ['102', account('bob')],
  ['103', account('bob', [platformToo.id])],
  ['104', { ...account('anna'), suspended: true }],
]);
const directory: Directory = {
  number: (id) => numbers.get(id) ?? null,
  numberByDigits: (digits) => byDigits.get(digits) ?? null,
  account: (id) => accounts.get(id) ?? null,
  fallback: () => null,
};

function item(
  businessId: string,
  phoneNumberId: string | null,
  over: Partial<WebhookItem> = {},
): WebhookItem {
  return {
    entry: 0,
    change: 0,
    list: 'messages',
    index: 0,
    field: 'messages',
    id: 'wamid.A',
    kind: 'text',
    discriminator: '',
    at: 1_700_000_000,
    displayPhoneNumber: null,
    businessId,
    phoneNumberId,
    ...over,
  };
}
const change = (businessId: string, displayPhoneNumber: string | null = null, field = 'account_update') =>
  item(businessId, null, { list: null, field, kind: field, displayPhoneNumber });
const verdict = (of: WebhookItem, app: SigningApp) => ownerOf(of, app, directory);

describe('ownerOf', () => {
  it('gives an item of a connected number to its tenant, with the routes of its field, highest priority first', () => {
    expect(verdict(item('101', '201'), anna)).toEqual({
      verdict: 'owned',
      tenantId: 'anna',
      suspended: false,
      numberId: 'anna-1',
      routes: [expect.objectContaining({ projectId: 'high' }), expect.objectContaining({ projectId: 'low' })],
    });
  });

  it.each<[string, WebhookItem, SigningApp, string | null]>([
    ["a tenant's app for a number of the tenant", item('101', '201'), anna, 'anna-1'],
    ["a tenant's other app for the same number", item('101', '201'), annaToo, 'anna-1'],
    ["a tenant's app for a number connected through the platform", item('101', '202'), anna, 'anna-2'],
    ['a platform app for a number connected through it', item('101', '202'), platform, 'anna-2'],
    ["a tenant's app for its number on an account not registered here", item('999', '201'), anna, 'anna-1'],
    ["a tenant's app for its account", change('101'), anna, null],
    ['a platform app for an account with a number connected through it', change('101'), platform, null],
    [
      "a tenant's app for its number, known by its digits",
      change('101', '4915201', 'phone_number_quality_update'),
      anna,
      'anna-1',
    ],
    [
      "a tenant's app for its account, where the digits are ambiguous",
      change('101', '4915999', 'security'),
      anna,
      null,
    ],
  ])('lets %s speak', (_, of, app, numberId) => {
    expect(verdict(of, app)).toMatchObject({ verdict: 'owned', tenantId: 'anna', numberId });
  });

  it.each<[string, WebhookItem, SigningApp]>([
    ["a tenant's app for another tenant's number", item('102', '203'), anna],
    ["a tenant's app for another tenant's number under an account of its own", item('101', '203'), anna],
    ["a tenant's app for its own number under another tenant's account", item('102', '201'), anna],
    ["a tenant's app for an unknown number of another tenant's account", item('102', '999'), anna],
    ["a tenant's app for another tenant's account", change('102'), anna],
    [
      "a tenant's app for another tenant's number, known by its digits",
      change('101', '4915203', 'security'),
      anna,
    ],
    ['a platform app for a number connected through another platform app', item('101', '202'), platformToo],
    ["a platform app for a number connected through the tenant's own app", item('101', '201'), platform],
    ['a platform app for an account connected through another platform app', change('103'), platform],
    ["a platform app for an account connected through the tenant's own app", change('102'), platform],
    [
      "a platform app for a number connected through it under another tenant's account",
      item('102', '202'),
      platform,
    ],
  ])('does not let %s speak, and says why', (_, of, app) => {
    expect(verdict(of, app)).toEqual({
      verdict: 'foreign',
      detail: expect.stringContaining('signature is right'),
    });
  });

  it.each<[string, WebhookItem, SigningApp, string, string]>([
    ['an unknown number on an unknown account', item('999', '998'), anna, 'number', '998'],
    ["an unknown number on the tenant's account", item('101', '998'), anna, 'number', '998'],
    ["an unknown number of a platform app's POST", item('101', '998'), platform, 'number', '998'],
    [
      'an unknown number with ambiguous digits',
      item('999', '998', { displayPhoneNumber: '4915999' }),
      anna,
      'number',
      '998',
    ],
    ['an unknown account', change('999'), anna, 'account', '999'],
    ["an unknown account of a platform app's POST", change('999'), platform, 'account', '999'],
    ['an unknown account with ambiguous digits', change('999', '4915999'), platform, 'account', '999'],
  ])('leaves %s unclaimed', (_, of, app, kind, subject) => {
    expect(verdict(of, app)).toEqual({ verdict: 'unclaimed', kind, subject });
  });

  it('prefers the id of the number over its digits, and takes the digits where the id is unknown', () => {
    expect(verdict(item('101', '202', { displayPhoneNumber: '4915201' }), anna)).toMatchObject({
      numberId: 'anna-2',
    });
    expect(verdict(item('101', '998', { displayPhoneNumber: '4915201' }), anna)).toMatchObject({
      numberId: 'anna-1',
    });
  });

  it('gives what concerns the account to the projects that subscribed to the field', () => {
    expect(verdict(change('101'), anna)).toMatchObject({ routes: [{ projectId: 'account-project' }] });
    expect(verdict(change('101', null, 'account_alerts'), anna)).toMatchObject({ routes: [] });
  });

  it('says when the owner is suspended', () => {
    expect(verdict(item('101', '204'), anna)).toMatchObject({ verdict: 'owned', suspended: true });
    expect(verdict(change('104'), anna)).toMatchObject({ verdict: 'owned', suspended: true });
  });
});

describe('routesFor', () => {
  it('takes the routes of the field and those of every field, by priority, always in one order', () => {
    const routes = [
      route('b', 1),
      route('c', 1, '*'),
      route('a', 1, 'calls', 'messages'),
      route('d', 2, 'calls'),
      route('e', 3, '*'),
    ];
    const order = (list: Route[]) => routesFor(list, 'messages').map(({ projectId }) => projectId);
    expect(order(routes)).toEqual(['e', 'a', 'b', 'c']);
    expect(order([...routes].reverse())).toEqual(['e', 'a', 'b', 'c']);
    expect(routes.map(({ projectId }) => projectId)).toEqual(['b', 'c', 'a', 'd', 'e']);
  });
});
