import fc from 'fast-check';
import { firstItemId, itemsOf, type WebhookItem } from './items.ts';
import { parseWebhook, type WebhookPayload } from './payload.ts';

type Json = Record<string, unknown>;
const metadata = { display_phone_number: '+49 151 555-0001', phone_number_id: '201' };

function parsed(text: string): WebhookPayload {
  const result = parseWebhook(Buffer.from(text));
  if (!('payload' in result)) throw new Error(result.detail);
  return result.payload;
}

const envelope = (...entry: unknown[]) =>
  parsed(JSON.stringify({ object: 'whatsapp_business_account', entry }));
const items = (...entry: unknown[]) => itemsOf(envelope(...entry));
/** The items of one change of one entry. */
const ofChange = (value: Json, field = 'messages', time?: number) =>
  items({ id: '101', time, changes: [{ field, value }] });

function only(found: WebhookItem[]): WebhookItem {
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('itemsOf', () => {
  it('lists every message, status and other change of a batch with its place and its owner', () => {
    const found = items(
      {
        id: '101',
        changes: [
          {
            field: 'messages',
            value: {
              metadata,
              statuses: [{ id: 'wamid.S', status: 'read', timestamp: '1700000002', recipient_id: '4915' }],
              messages: [
                { id: 'wamid.A', type: 'text', timestamp: '1700000000' },
                { id: 'wamid.B', type: 'image', timestamp: '1700000001' },
              ],
            },
          },
        ],
      },
      {
        id: '102',
        time: 1_700_000_003,
        changes: [{ field: 'account_update', value: { event: 'ACCOUNT_DELETED' } }],
      },
    );
    const here = {
      entry: 0,
      change: 0,
      businessId: '101',
      field: 'messages',
      phoneNumberId: '201',
      displayPhoneNumber: '491515550001',
    };
    expect(found).toEqual([
      expect.objectContaining({
        ...here,
        list: 'messages',
        index: 0,
        id: 'wamid.A',
        kind: 'text',
        at: 1_700_000_000,
      }),
      expect.objectContaining({
        ...here,
        list: 'messages',
        index: 1,
        id: 'wamid.B',
        kind: 'image',
        at: 1_700_000_001,
      }),
      expect.objectContaining({
        ...here,
        list: 'statuses',
        index: 0,
        id: 'wamid.S',
        kind: 'status:read',
        at: 1_700_000_002,
      }),
      expect.objectContaining({
        entry: 1,
        change: 0,
        businessId: '102',
        field: 'account_update',
        list: null,
        index: 0,
        kind: 'account_update',
        phoneNumberId: null,
        displayPhoneNumber: null,
        at: 1_700_000_003,
      }),
    ]);
  });

  it.each<[string, Json, Partial<WebhookItem>]>([
    ['messages', { id: 'wamid.A', type: 'reaction' }, { id: 'wamid.A', kind: 'reaction' }],
    ['statuses', { id: 'wamid.A', status: 'played' }, { id: 'wamid.A', kind: 'status:played' }],
    ['message_echoes', { id: 'wamid.E', type: 'revoke' }, { id: 'wamid.E', kind: 'revoke' }],
    ['calls', { id: 'wacid.C', event: 'terminate' }, { id: 'wacid.C', kind: 'call:terminate' }],
    ['user_preferences', { wa_id: '4915', value: 'stop' }, { kind: 'user_preferences' }],
  ])('takes each element of %s for an item', (list, element, expected) => {
    const found = ofChange({ metadata, [list]: [element, { ...element, id: 'other' }] }, 'any_field');
    expect(found.map((item) => item.index)).toEqual([0, 1]);
    expect(found[0]).toMatchObject({ list, field: 'any_field', phoneNumberId: '201', ...expected });
  });

  it.each<[string, Json]>([
    ['a field nobody knows', { some: 'thing', nested: { messages: [{ id: 'x' }] } }],
    ['lists that are empty', { metadata, messages: [], statuses: [] }],
    ['lists that are no lists', { metadata, messages: 'none', statuses: { id: 'x' } }],
  ])('takes a change with %s for one item', (_, value) => {
    expect(only(ofChange(value, 'odd'))).toMatchObject({ list: null, index: 0, kind: 'odd' });
  });

  it('takes each error of a number for an item, the same one alone and among others', () => {
    const [one, two] = [{ code: 130429 }, { code: 131049 }];
    const both = ofChange({ metadata, errors: [one, two] });
    expect(both.map(({ list, index, kind }) => [list, index, kind])).toEqual([
      ['errors', 0, 'errors'],
      ['errors', 1, 'errors'],
    ]);
    expect(only(ofChange({ metadata, errors: [two] })).id).toBe(both[1]!.id);
  });

  it('finds the displayed number of a field that has no metadata, as digits', () => {
    const value = { display_phone_number: '+1 (555) 010-0002', event: 'ONBOARDING' };
    expect(only(ofChange(value, 'phone_number_quality_update'))).toMatchObject({
      phoneNumberId: null,
      displayPhoneNumber: '15550100002',
    });
  });

  it('keeps the place of elements that are null or no objects', () => {
    const found = ofChange({ metadata, messages: [null, 7, { id: 'wamid.A' }], statuses: [null] });
    expect(found.map(({ list, index }) => [list, index])).toEqual([
      ['messages', 0],
      ['messages', 1],
      ['messages', 2],
      ['statuses', 0],
    ]);
    expect(found[2]?.id).toBe('wamid.A');
    for (const item of found) expect(item.id).not.toBe('');
  });

  it('has nothing in an entry without changes', () => {
    expect(items({ id: '101', changes: [] })).toEqual([]);
  });
});

describe('the time of an item', () => {
  const [from, to] = [Date.UTC(2009, 0, 1) / 1000, Date.UTC(2100, 0, 1) / 1000];
  it.each<[unknown, number]>([
    ['1700000000', 1_700_000_000],
    [1_700_000_000, 1_700_000_000],
    ['1700000000.9', 1_700_000_000],
    ['1', from],
    ['1700000000000', to],
    ['99999999999999999999', to],
    [undefined, 0],
    [null, 0],
    ['', 0],
    ['soon', 0],
    ['-5', 0],
    ['Infinity', 0],
    [{}, 0],
  ])('of timestamp %p is %p', (timestamp, at) => {
    expect(only(ofChange({ messages: [{ id: 'wamid.A', timestamp }] })).at).toBe(at);
  });

  it('is a whole second within fixed bounds or zero, and the same whenever it is read', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (timestamp) => {
        const value = { messages: [{ id: 'wamid.A', timestamp }] };
        const { at } = only(ofChange(value));
        expect(Number.isInteger(at) && (at === 0 || (at >= from && at <= to))).toBe(true);
        expect(only(ofChange(value)).at).toBe(at);
      }),
    );
  });
});

describe('firstItemId', () => {
  const message = (id: unknown) => ({
    id: '101',
    changes: [{ field: 'messages', value: { messages: [{ id }] } }],
  });
  const other = { id: '101', changes: [{ field: 'account_update', value: {} }] };
  it.each<[string, unknown[], string | null]>([
    ['the first message', [message('wamid.A'), message('wamid.B')], 'wamid.A'],
    [
      'the first status',
      [{ id: '1', changes: [{ field: 'messages', value: { statuses: [{ id: 'wamid.S' }] } }] }],
      'wamid.S',
    ],
    ['what comes after changes of other fields', [other, message('wamid.A')], 'wamid.A'],
    ['nothing where there is neither', [other], null],
    [
      'nothing where lists are empty',
      [{ id: '1', changes: [{ field: 'messages', value: { messages: [], statuses: [] } }] }],
      null,
    ],
    [
      'nothing where the element is null',
      [{ id: '1', changes: [{ field: 'messages', value: { messages: [null] } }] }],
      null,
    ],
    ['nothing where the id is no text', [message(7)], null],
  ])('names %s', (_, entry, id) => {
    expect(firstItemId(envelope(...entry))).toBe(id);
  });
});
