import type { Directory, Route } from './directory.ts';
import { groupItems, parseRaw, type ParsedRawWebhook } from './plan.ts';

type Json = Record<string, unknown>;

const route = (projectId: string, ...fields: string[]): Route => ({
  projectId,
  priority: 0,
  fields: fields.length > 0 ? fields : ['messages'],
  split: 'batch',
  enabled: true,
});
const number = (id: string, tenantId: string, routes: Route[], suspended = false) => ({
  id,
  tenantId,
  metaAppId: 'app',
  suspended,
  routes,
});
const numbers = new Map([
  ['201', number('anna-1', 'anna', [route('orders'), route('archive', '*')])],
  ['202', number('anna-2', 'anna', [route('orders'), route('archive', '*')])],
  ['203', number('bob-1', 'bob', [route('bobs')], true)],
  ['204', number('carol-1', 'carol', [])],
]);
const directory: Directory = {
  number: (id) => numbers.get(id) ?? null,
  numberByDigits: () => null,
  account: (id) =>
    id === '101'
      ? { tenantId: 'anna', suspended: false, platformAppIds: ['app'], routes: [route('archive', '*')] }
      : null,
  fallback: () => null,
};
const withFallback: Directory = {
  ...directory,
  fallback: () => ({ tenantId: 'operator', suspended: false, route: route('default', '*') }),
};

const app = { tenantId: '00000000-0000-7000-8000-000000000000', id: 'app' };
const message = (id: string) => ({ id, from: '1', type: 'text', timestamp: '1700000000' });
const of = (phoneNumberId: string, value: Json, id = '999') => ({
  id,
  changes: [
    {
      field: 'messages',
      value: {
        metadata: { phone_number_id: phoneNumberId, display_phone_number: `+49 ${phoneNumberId}` },
        ...value,
      },
    },
  ],
});

function webhook(...entry: unknown[]): ParsedRawWebhook {
  const { parsed } = parseRaw([{ id: 'w', app, body: Buffer.from(JSON.stringify({ entry })) }]);
  return parsed[0]!;
}
const plan = (by: Directory, ...entry: unknown[]) => {
  const { groups, ...rest } = groupItems(webhook(...entry), by);
  const found = groups.map(({ tenantId, numberId, routes, items }) => ({
    tenantId,
    numberId,
    projects: routes.map(({ projectId }) => projectId),
    items: items.map(({ item }) => item.id),
  }));
  return { groups: found, ...rest };
};

describe('parseRaw', () => {
  it('sets aside what is not of Meta, and goes on with the rest', () => {
    const body = (text: string) => ({ id: text, app, body: Buffer.from(text) });
    const good = JSON.stringify({ entry: [of('201', { messages: [message('a')] })] });
    const { parsed, quarantined } = parseRaw([body('{'), body(good), body('{}')]);
    expect(parsed.map(({ id, items }) => [id, items.length])).toEqual([[good, 1]]);
    expect(quarantined).toEqual([
      { webhookId: '{', reason: 'not_json', detail: expect.any(String) },
      { webhookId: '{}', reason: 'not_meta', detail: expect.any(String) },
    ]);
  });
});

describe('groupItems', () => {
  it('keeps the items of one number together and those of different tenants and numbers apart', () => {
    const found = plan(
      directory,
      of('201', { messages: [message('a1')], statuses: [{ ...message('a2'), status: 'sent' }] }),
      of('203', { messages: [message('b1')] }),
      of('202', { messages: [message('c1')] }),
      of('201', { messages: [message('a3')] }),
    );
    expect(found).toEqual({
      groups: [
        { tenantId: 'anna', numberId: 'anna-1', projects: ['archive', 'orders'], items: ['a1', 'a2', 'a3'] },
        { tenantId: 'bob', numberId: 'bob-1', projects: ['bobs'], items: ['b1'] },
        { tenantId: 'anna', numberId: 'anna-2', projects: ['archive', 'orders'], items: ['c1'] },
      ],
      unclaimed: [],
      foreign: undefined,
    });
  });

  it('keeps apart what goes to different projects: nobody gets a field it did not ask for', () => {
    const call = {
      field: 'calls',
      value: { metadata: { phone_number_id: '201' }, calls: [{ id: 'c', event: 'connect' }] },
    };
    const update = { field: 'account_update', value: { event: 'X' } };
    const { groups } = plan(directory, of('201', { messages: [message('a')] }), {
      id: '101',
      changes: [call, update],
    });
    expect(groups.map(({ numberId, projects, items }) => [numberId, projects, items.length])).toEqual([
      ['anna-1', ['archive', 'orders'], 1],
      ['anna-1', ['archive'], 1],
      [null, ['archive'], 1],
    ]);
  });

  it('makes an event also of what no project asked for, and knows whose tenant is suspended', () => {
    expect(plan(directory, of('204', { messages: [message('a')] })).groups).toEqual([
      { tenantId: 'carol', numberId: 'carol-1', projects: [], items: ['a'] },
    ]);
    const { groups } = groupItems(
      webhook(of('203', { messages: [message('b')] }), of('201', { messages: [message('a')] })),
      directory,
    );
    expect(groups.map(({ suspended }) => suspended)).toEqual([true, false]);
  });

  it('gives every event an id of its own, and the two copies of an item in one POST the same key', () => {
    const { groups } = groupItems(
      webhook(of('201', { messages: [message('a'), message('a')] }), of('203', { messages: [message('a')] })),
      directory,
    );
    const [[first, second] = [], [other] = []] = groups.map(({ items }) =>
      items.map(({ key }) => key.toString('hex')),
    );
    expect(second).toBe(first);
    expect(other).not.toBe(first);
    expect(new Set(groups.map(({ eventId }) => eventId)).size).toBe(2);
  });

  it('notes numbers and accounts that nobody holds, each once with its items, and routes the rest', () => {
    const found = plan(
      directory,
      of('901', { messages: [message('x'), message('y')] }),
      of('201', { messages: [message('a')] }),
      of('901', { messages: [message('z')] }),
      { id: '555', time: 1, changes: [{ field: 'account_update', value: {} }] },
    );
    expect(found.groups.map(({ items }) => items)).toEqual([['a']]);
    expect(found.unclaimed).toEqual([
      { webhookId: 'w', subject: '901', kind: 'number', businessId: '999', phoneNumber: '49901', items: 3 },
      { webhookId: 'w', subject: '555', kind: 'account', businessId: '555', phoneNumber: null, items: 1 },
    ]);
  });

  it('sends what nobody holds to the default project, and notes it all the same', () => {
    const found = plan(
      withFallback,
      of('901', { messages: [message('x')] }),
      of('201', { messages: [message('a')] }),
    );
    expect(found.groups).toEqual([
      { tenantId: 'operator', numberId: null, projects: ['default'], items: ['x'] },
      expect.objectContaining({ tenantId: 'anna', items: ['a'] }),
    ]);
    expect(found.unclaimed).toMatchObject([{ subject: '901', items: 1 }]);
  });

  it('keeps foreign items back, also from the default project', () => {
    const odd = of('203', { messages: [message('stolen')] }, '101');
    const found = plan(withFallback, odd, of('201', { messages: [message('a')] }));
    expect(found.groups.map(({ items }) => items)).toEqual([['a']]);
    expect(found.foreign).toEqual(expect.stringContaining('another tenant'));
    expect(found.unclaimed).toEqual([]);
  });
});
