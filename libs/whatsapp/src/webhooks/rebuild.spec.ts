import { itemsOf } from './items.ts';
import { parseWebhook, type WebhookPayload } from './payload.ts';
import { rebuildBody } from './rebuild.ts';

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
              value: {
                messaging_product: 'whatsapp',
                metadata,
                contacts: [contact('2')],
                messages: [message('b', '2')],
              },
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
          entryOf(
            '101',
            { messages: [message('a', '1')] },
            { messages: [message('b', '1')], statuses: [status('s', {})] },
          ),
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
    [
      'who wrote, known by user id only',
      'messages',
      { id: 'a', from_user_id: 'DE.1' },
      { from_user_id: 'DE.2' },
    ],
    ['who was answered', 'message_echoes', { id: 'a', from: '491515550001', to: '1' }, { to: '2' }],
    ['who got it', 'statuses', status('a', { recipient_id: '1' }), { recipient_id: '2' }],
    [
      'who got it, known by user id only',
      'statuses',
      status('a', { recipient_user_id: 'DE.1' }),
      { recipient_user_id: 'DE.2' },
    ],
    [
      'who got it in a group',
      'statuses',
      status('a', { recipient_id: 'g', recipient_participant_id: '1' }),
      { recipient_participant_id: '2' },
    ],
    [
      'who got it in a group, known by user id only',
      'statuses',
      status('a', { recipient_id: 'g', recipient_participant_user_id: 'DE.1' }),
      { recipient_participant_user_id: 'DE.2' },
    ],
    ['who called', 'calls', { id: 'a', event: 'connect', from: '1', to: '491515550001' }, { from: '2' }],
    ['who chose', 'user_preferences', { id: 'a', wa_id: '1', value: 'stop' }, { wa_id: '2' }],
  ])('leaves the contact of %s (%s) and takes the others away', (_, list, element, other) => {
    const contacts = [
      { ...contact('1'), user_id: 'DE.1' },
      { ...contact('2'), user_id: 'DE.2' },
    ];
    const payload = parsed(
      JSON.stringify({
        object,
        entry: [entryOf('101', { metadata, contacts, [list]: [element, { ...element, ...other, id: 'b' }] })],
      }),
    );
    expect(keep(payload, 'a').entry[0]?.changes[0]?.value.contacts).toEqual([contacts[0]]);
    expect(keep(payload, 'b').entry[0]?.changes[0]?.value.contacts).toEqual([contacts[1]]);
  });

  it('is not upset by elements that are null', () => {
    const payload = parsed(
      JSON.stringify({
        object,
        entry: [entryOf('101', { contacts: [null, contact('1')], messages: [null, message('a', '1')] })],
      }),
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
    const payload = parsed(
      JSON.stringify({
        object,
        entry: [
          entryOf('101', { contacts: [contact('1')], messages: [message('a', '1'), message('b', '2')] }),
        ],
      }),
    );
    const before = structuredClone(payload);
    keep(payload, 'b');
    expect(payload).toEqual(before);
  });
});
