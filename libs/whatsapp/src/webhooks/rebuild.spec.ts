import fc from 'fast-check';
import { itemsOf } from './items.ts';
import { parseWebhook, type WebhookPayload } from './payload.ts';
import { bodyOfItem, rebuildBody } from './rebuild.ts';

type Json = Record<string, unknown>;

function parsed(body: string | Buffer): WebhookPayload {
  const result = parseWebhook(Buffer.from(body));
  if (!('payload' in result)) throw new Error(result.detail);
  return result.payload;
}

/** The body rebuilt with the items whose ids are named, parsed again. */
function keep(payload: WebhookPayload, ...ids: string[]): WebhookPayload {
  const kept = itemsOf(payload).filter((item) => ids.includes(item.id));
  expect(kept).toHaveLength(ids.length);
  return parsed(rebuildBody(payload, kept));
}

const object = 'whatsapp_business_account';
const metadata = { display_phone_number: '491515550001', phone_number_id: '201' };
const message = (id: string, from: string): Json => ({ from, id, timestamp: '1700000000', type: 'text', text: { body: id } });
const status = (id: string, to: Json): Json => ({ id, status: 'read', timestamp: '1700000000', ...to });
const contact = (wa_id: string): Json => ({ profile: { name: `Person ${wa_id}` }, wa_id });
const entryOf = (id: string, ...values: Json[]) => ({ id, changes: values.map((value) => ({ field: 'messages', value })) });

describe('rebuildBody', () => {
  it("keeps Meta's shape and everything around the items, and only the items wanted", () => {
    const payload = parsed(
      JSON.stringify({
        object,
        entry: [
          {
            id: '101',
            time: 1_700_000_000,
            unheard_of: true,
            changes: [
              {
                field: 'messages',
                value: {
                  messaging_product: 'whatsapp',
                  metadata,
                  contacts: [contact('1'), contact('2')],
                  messages: [message('a', '1'), message('b', '2')],
                  statuses: [status('s', { recipient_id: '1' })],
                },
              },
              { field: 'account_update', value: { event: 'ACCOUNT_DELETED' } },
            ],
          },
          entryOf('102', { metadata, messages: [message('c', '1')] }),
        ],
      }),
    );
    expect(keep(payload, 'b')).toEqual({
      object,
      entry: [
        {
          id: '101',
          time: 1_700_000_000,
          unheard_of: true,
          changes: [
            {
              field: 'messages',
              value: { messaging_product: 'whatsapp', metadata, contacts: [contact('2')], messages: [message('b', '2')] },
            },
          ],
        },
      ],
    });
  });

  it('keeps what was apart apart, in the order of arrival', () => {
    const payload = parsed(
      JSON.stringify({
        object,
        entry: [
          entryOf('101', { messages: [message('a', '1')] }, { messages: [message('b', '1')], statuses: [status('s', {})] }),
          entryOf('102', { messages: [message('c', '1')] }),
          entryOf('101', { messages: [message('d', '1'), message('e', '1'), message('f', '1')] }),
        ],
      }),
    );
    expect(keep(payload, 'd', 'f', 's', 'b').entry).toEqual([
      entryOf('101', { messages: [message('b', '1')], statuses: [status('s', {})] }),
      entryOf('101', { messages: [message('d', '1'), message('f', '1')] }),
    ]);
  });

  it.each<[string, string, Json, Json]>([
    ['who wrote', 'messages', message('a', '1'), { from: '2' }],
    ['who wrote, known by user id only', 'messages', { id: 'a', from_user_id: 'DE.1' }, { from_user_id: 'DE.2' }],
    ['who was answered', 'message_echoes', { id: 'a', from: '491515550001', to: '1' }, { to: '2' }],
    ['who got it', 'statuses', status('a', { recipient_id: '1' }), { recipient_id: '2' }],
    ['who got it, known by user id only', 'statuses', status('a', { recipient_user_id: 'DE.1' }), { recipient_user_id: 'DE.2' }],
    ['who got it in a group', 'statuses', status('a', { recipient_id: 'g', recipient_participant_id: '1' }), { recipient_participant_id: '2' }],
    [
      'who got it in a group, known by user id only', 'statuses',
      status('a', { recipient_id: 'g', recipient_participant_user_id: 'DE.1' }), { recipient_participant_user_id: 'DE.2' },
    ],
    ['who called', 'calls', { id: 'a', event: 'connect', from: '1', to: '491515550001' }, { from: '2' }],
    ['who chose', 'user_preferences', { id: 'a', wa_id: '1', value: 'stop' }, { wa_id: '2' }],
  ])('leaves the contact of %s (%s) and takes the others away', (_, list, element, other) => {
    const contacts = [{ ...contact('1'), user_id: 'DE.1' }, { ...contact('2'), user_id: 'DE.2' }];
    const payload = parsed(
      JSON.stringify({ object, entry: [entryOf('101', { metadata, contacts, [list]: [element, { ...element, ...other, id: 'b' }] })] }),
    );
    expect(keep(payload, 'a').entry[0]?.changes[0]?.value.contacts).toEqual([contacts[0]]);
    expect(keep(payload, 'b').entry[0]?.changes[0]?.value.contacts).toEqual([contacts[1]]);
  });

  it('is not upset by elements that are null', () => {
    const payload = parsed(
      JSON.stringify({ object, entry: [entryOf('101', { contacts: [null, contact('1')], messages: [null, message('a', '1')] })] }),
    );
    expect(keep(payload, 'a').entry[0]?.changes[0]?.value.messages).toEqual([message('a', '1')]);
  });

  it('leaves the digits of a large number alone', () => {
    const update = '{"event":"APPROVED","message_template_id":12345678901234567}';
    const payload = parsed(
      `{"object":"${object}","entry":[{"id":"101","time":1700000000,"changes":[{"field":"message_template_status_update","value":${update}}]},` +
        `{"id":"102","changes":[]}]}`,
    );
    expect(rebuildBody(payload, itemsOf(payload)).toString()).toContain('12345678901234567');
  });

  it('does not touch what it is given', () => {
    const payload = parsed(JSON.stringify({ object, entry: [entryOf('101', { contacts: [contact('1')], messages: [message('a', '1'), message('b', '2')] })] }));
    const before = structuredClone(payload);
    keep(payload, 'b');
    expect(payload).toEqual(before);
  });
});

describe('bodyOfItem', () => {
  it('refuses a place where there is no item, and a body that is not a webhook', () => {
    const body = Buffer.from(JSON.stringify({ object, entry: [entryOf('101', { messages: [message('a', '1')] })] }));
    expect(() => bodyOfItem(body, 1)).toThrow('no item 1');
    expect(() => bodyOfItem(Buffer.from('{'), 0)).toThrow('no item 0');
  });

  const person = fc.constantFrom('1', '2', '3');
  const value = fc.record(
    {
      metadata: fc.constant(metadata),
      contacts: fc.array(person.map(contact), { maxLength: 3 }),
      messages: fc.array(person.map((from) => message('m', from)), { maxLength: 3 }),
      statuses: fc.array(person.map((to) => status('s', { recipient_id: to })), { maxLength: 3 }),
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
