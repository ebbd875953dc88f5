import { templateStatus } from './account.ts';
import { batch, keysOf, updateKey, updatesOf, type Update } from './envelope.ts';
import { buildUpdate, kindNames } from './kinds.ts';
import { textMessage } from './messages.ts';
import { serialize } from './serialize.ts';
import { statusUpdate } from './statuses.ts';

const shop = { businessId: '100000000000001', phoneNumberId: '200000000000001', phoneNumber: '12025550101' };
const branch = { ...shop, phoneNumberId: '200000000000002', phoneNumber: '12025550102' };
const bank = { businessId: '100000000000003', phoneNumberId: '200000000000003', phoneNumber: '12025550103' };

const keys = (updates: Update[]) => updates.map(updateKey).sort();

describe('batching updates into one POST', () => {
  it('gives every account an entry, every number and list a change, and keeps the order of items', () => {
    const envelope = batch([
      textMessage(shop, { text: 'one' }),
      textMessage(bank, { text: 'two' }),
      statusUpdate(shop),
      textMessage(branch, { text: 'three' }),
      textMessage(shop, { text: 'four' }),
    ]);
    expect(envelope.object).toBe('whatsapp_business_account');
    expect(envelope.entry.map(({ id, changes }) => [id, changes.length])).toEqual([
      [shop.businessId, 3],
      [bank.businessId, 1],
    ]);
    expect(envelope.entry[0]?.changes[0]).toMatchObject({
      field: 'messages',
      value: {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: shop.phoneNumber, phone_number_id: shop.phoneNumberId },
        messages: [{ text: { body: 'one' } }, { text: { body: 'four' } }],
      },
    });
  });

  it('names a customer once per change', () => {
    const envelope = batch([
      textMessage(shop, { from: '12025550111' }),
      textMessage(shop, { from: '12025550112' }),
      textMessage(shop, { from: '12025550111' }),
    ]);
    expect(envelope.entry[0]?.changes[0]?.value.contacts).toMatchObject([
      { wa_id: '12025550111' },
      { wa_id: '12025550112' },
    ]);
  });

  it('splits a change where only some items are wanted in it', () => {
    const envelope = batch(
      [1, 2, 3].map(() => textMessage(shop)),
      { itemsPerChange: 2 },
    );
    const sizes = envelope.entry[0]?.changes.map(({ value }) => (value.messages as unknown[]).length);
    expect(sizes).toEqual([2, 1]);
  });

  it('puts the time on the entry of account changes only', () => {
    const at = new Date('2026-11-01T00:00:00Z');
    const envelope = batch([textMessage(shop), templateStatus(shop, { at })]);
    expect(envelope.entry.map(({ time }) => time)).toEqual([undefined, at.getTime() / 1000]);
  });

  it('keeps a contact list of vCards, which is content and not a sender', () => {
    const [change] = batch([buildUpdate('contacts', shop)]).entry[0]?.changes ?? [];
    expect(change?.value.messages).toMatchObject([{ type: 'contacts', contacts: [{ phones: [{}] }] }]);
  });
});

describe('taking a POST apart', () => {
  it.each(kindNames)('finds the %s again that was packed', (kind) => {
    const update = buildUpdate(kind, shop);
    const bytes = serialize(batch([update]));
    const found = updatesOf(JSON.parse(bytes.toString()));
    expect(found).toEqual([JSON.parse(JSON.stringify(update))]);
    expect(keys(found)).toEqual(keys([update]));
  });

  it('finds every update of a mixed batch', () => {
    const updates = [shop, branch, bank].flatMap((number) =>
      kindNames.map((kind) => buildUpdate(kind, number)),
    );
    expect(keysOf(serialize(batch(updates))).sort()).toEqual(keys(updates));
  });

  it.each(['', '{', '[]', '"text"', '{"entry":{"0":{}}}', '{"entry":[{"changes":[{"value":null}]}]}'])(
    'finds nothing in %j',
    (body) => expect(keysOf(body)).toEqual([]),
  );

  it('knows a status from the next one of the same message', () => {
    const [sent, read] = (['sent', 'read'] as const).map((status) =>
      statusUpdate(shop, { status, messageId: 'wamid.x' }),
    );
    expect(updateKey(sent!)).not.toBe(updateKey(read!));
  });
});
