import fc from 'fast-check';
import { itemsOf } from './items.ts';
import { parseWebhook, type WebhookPayload } from './payload.ts';
import { bodyOfItem, rebuildBody } from './rebuild.ts';

type Json = Record<string, unknown>;

function parsed(body: Buffer): WebhookPayload {
  const result = parseWebhook(body);
  if (!('payload' in result)) throw new Error(result.detail);
  return result.payload;
}

const object = 'whatsapp_business_account';
const metadata = { display_phone_number: '491515550001', phone_number_id: '201' };
const message = (id: string, from: string): Json => ({
  from,
  id,
  timestamp: '1700000000',
  type: 'text',
  text: { body: id },
});
const status = (id: string, to: Json): Json => ({ id, status: 'read', timestamp: '1700000000', ...to });
const contact = (wa_id: string): Json => ({ profile: { name: `Person ${wa_id}` }, wa_id });
const entryOf = (id: string, ...values: Json[]) => ({
  id,
  changes: values.map((value) => ({ field: 'messages', value })),
});

describe('bodyOfItem', () => {
  it('refuses a place where there is no item, and a body that is not a webhook', () => {
    const body = Buffer.from(
      JSON.stringify({ object, entry: [entryOf('101', { messages: [message('a', '1')] })] }),
    );
    expect(() => bodyOfItem(body, 1)).toThrow('no item 1');
    expect(() => bodyOfItem(Buffer.from('{'), 0)).toThrow('no item 0');
  });

  const person = fc.constantFrom('1', '2', '3');
  const value = fc.record(
    {
      metadata: fc.constant(metadata),
      contacts: fc.array(person.map(contact), { maxLength: 3 }),
      messages: fc.array(
        person.map((from) => message('m', from)),
        { maxLength: 3 },
      ),
      statuses: fc.array(
        person.map((to) => status('s', { recipient_id: to })),
        { maxLength: 3 },
      ),
      errors: fc.constant([{ code: 1 }]),
    },
    { requiredKeys: [] },
  );
  const batch = fc.array(fc.array(value, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });

  /** The same item by way of the received body, and of a rebuilt one that holds only `kept`. */
  function agreesOn(received: Buffer, wanted: (index: number) => boolean): void {
    const payload = parsed(received);
    const all = itemsOf(payload);
    const kept = all.filter((_, index) => wanted(index));
    const rebuilt = rebuildBody(payload, kept);
    expect(rebuildBody(payload, kept)).toEqual(rebuilt);
    kept.forEach((item, index) => {
      const direct = rebuildBody(payload, [item]).toString();
      expect(bodyOfItem(rebuilt, index).toString()).toBe(direct);
      expect(bodyOfItem(received, all.indexOf(item)).toString()).toBe(direct);
    });
  }

  it('gives the same bytes of an item from the received body and from any rebuilt one that holds it', () => {
    fc.assert(
      fc.property(batch, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (entries, wanted) => {
        const entry = entries.map((values) => entryOf('101', ...values));
        agreesOn(Buffer.from(JSON.stringify({ object, entry })), (index) => wanted[index] ?? true);
      }),
    );
  });

  it('does so also for an item of somebody whom no contact names', () => {
    const messages = [message('known', '1'), message('unnamed', '3'), message('repeated', '2')];
    const entry = [entryOf('101', { metadata, contacts: [contact('1'), contact('2')], messages })];
    agreesOn(Buffer.from(JSON.stringify({ object, entry })), (index) => index < 2);
  });
});
