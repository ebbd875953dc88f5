import fc from 'fast-check';
import { itemsOf, parseWebhook, type WebhookItem } from '@waypost/whatsapp';
import { dedupeKey, itemPrefix } from './dedupe-key.ts';

type Json = Record<string, unknown>;

function itemsIn(body: unknown, spacing?: number): WebhookItem[] {
  const result = parseWebhook(Buffer.from(JSON.stringify(body, null, spacing)));
  if (!('payload' in result)) throw new Error(result.detail);
  return itemsOf(result.payload);
}

const metadata = { display_phone_number: '4915201', phone_number_id: '201' };
const entry = (value: Json, id = '101') => ({
  id,
  changes: [{ field: 'messages', value: { metadata, ...value } }],
});
const status = { id: 'wamid.S', status: 'sent', timestamp: '1700000000', recipient_id: '1' };
const message = { id: 'wamid.M', from: '1', type: 'text', timestamp: '1700000000' };
const hex = (item: WebhookItem | undefined, tenantId = 'anna') => dedupeKey(tenantId, item!).toString('hex');
const [one] = itemsIn({ entry: [entry({ statuses: [status] })] });

describe('dedupeKey', () => {
  it('is the same for an item alone, within a batch, behind other entries, with other contacts and other spacing', () => {
    const contacts = [{ wa_id: '1' }];
    const keys = [
      itemsIn({ entry: [entry({ statuses: [status] })] }, 4)[0],
      itemsIn({
        object: 'whatsapp_business_account',
        entry: [entry({ contacts, messages: [message], statuses: [message, status] })],
      })[2],
      itemsIn({ entry: [entry({ messages: [message] }), entry({ statuses: [status, status] })] })[2],
    ].map((item) => hex(item));
    expect(new Set([...keys, hex(one)]).size).toBe(1);
  });

  it.each<[string, Json, Json?]>([
    ['id', { ...status, id: 'wamid.T' }],
    ['status', { ...status, status: 'delivered' }],
    ['timestamp', { ...status, timestamp: '1700000001' }],
    ['recipient', { ...status, recipient_id: '2' }],
    ['number', status, { phone_number_id: '202' }],
  ])('is another for another %s', (_, element, where = metadata) => {
    const [other] = itemsIn({ entry: [entry({ statuses: [element], metadata: where })] });
    expect(hex(other)).not.toBe(hex(one));
  });

  it('is another for another kind of item with the same id', () => {
    const [asMessage] = itemsIn({ entry: [entry({ messages: [{ ...message, id: status.id }] })] });
    expect(hex(asMessage)).not.toBe(hex(one));
  });

  it('goes by the account where there is no number', () => {
    const update = (id: string) =>
      itemsIn({ entry: [{ id, time: 1, changes: [{ field: 'flows', value: { event: 'X' } }] }] })[0];
    expect(hex(update('101'))).toBe(hex(update('101')));
    expect(hex(update('102'))).not.toBe(hex(update('101')));
  });

  it('is another for another tenant: what moved is new to its new owner', () => {
    expect(hex(one, 'bob')).not.toBe(hex(one, 'anna'));
    expect(itemPrefix('bob', 'wamid.S')).not.toEqual(itemPrefix('anna', 'wamid.S'));
  });

  it('begins with the prefix of its item, whatever is said of the item, and is never shorter than 16 bytes', () => {
    const text = fc.string({ unit: 'grapheme' });
    const anyItem = fc.record({
      phoneNumberId: fc.option(text),
      businessId: text,
      id: text,
      kind: text,
      discriminator: text,
      at: fc.nat(),
    });
    fc.assert(
      fc.property(anyItem, fc.uuid(), (any, tenantId) => {
        const key = dedupeKey(tenantId, { ...one!, ...any });
        const prefix = itemPrefix(tenantId, any.id);
        expect(key).toHaveLength(16);
        expect(key.subarray(0, prefix.length)).toEqual(prefix);
        expect(
          dedupeKey(tenantId, {
            ...one!,
            ...any,
            entry: 5,
            change: 4,
            index: 3,
            list: 'calls',
            field: 'other',
          }),
        ).toEqual(key);
      }),
    );
  });
});
