import fc from 'fast-check';
import { itemsOf, type WebhookItem } from './items.ts';
import { parseWebhook } from './payload.ts';

type Json = Record<string, unknown>;

function itemsIn(text: string): WebhookItem[] {
  const result = parseWebhook(Buffer.from(text));
  if (!('payload' in result)) throw new Error(result.detail);
  return itemsOf(result.payload);
}

const body = (field: string, value: string, time = 1_700_000_000) =>
  `{"object":"whatsapp_business_account","entry":[{"id":"101","time":${time},"changes":[{"field":"${field}","value":${value}}]}]}`;
const idOf = (field: string, value: Json, time?: number) =>
  itemsIn(body(field, JSON.stringify(value), time))[0]!.id;

/** What de-duplication goes by. */
const identity = ({ phoneNumberId, businessId, id, kind, discriminator, at }: WebhookItem) =>
  JSON.stringify([phoneNumberId, businessId, id, kind, discriminator, at]);
const statuses = (...list: Json[]) =>
  itemsIn(body('messages', JSON.stringify({ metadata: { phone_number_id: '201' }, statuses: list }))).map(
    identity,
  );

/** Every character that is no ASCII letter or digit as an escape, within strings only. */
const escaped = (value: unknown): string =>
  JSON.stringify(value).replace(/"(?:[^"\\]|\\.)*"/g, (quoted) => {
    const text = JSON.parse(quoted) as string;
    return `"${text.replace(/[^a-zA-Z0-9]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
  });

describe('the id of an item that Meta gives none', () => {
  const preference = {
    wa_id: '4915',
    detail: 'nicht mehr, señor 🚫',
    category: 'marketing_messages',
    value: 'stop',
  };

  it('is the same with other spacing and other escapes', () => {
    const tight = itemsIn(body('user_preferences', JSON.stringify({ user_preferences: [preference] })));
    const loose = itemsIn(
      body('user_preferences', JSON.stringify({ user_preferences: [preference] }, null, 3)),
    );
    const quoted = itemsIn(body('user_preferences', `{"user_preferences":[${escaped(preference)}]}`));
    expect(loose).toEqual(tight);
    expect(quoted).toEqual(tight);
  });

  it('is the same for any value with other spacing and other escapes', () => {
    // Once V8 has parsed a key that begins with a backslash, it misreads escaped keys (nodejs/node#63785).
    const readable = fc
      .jsonValue({ stringUnit: 'grapheme' })
      .filter((any) => !JSON.stringify(any).includes('\\\\'));
    fc.assert(
      fc.property(readable, (value) => {
        const tight = itemsIn(body('brand_new', JSON.stringify({ thing: value })));
        expect(itemsIn(body('brand_new', JSON.stringify({ thing: value }, null, 2)))).toEqual(tight);
        expect(itemsIn(body('brand_new', escaped({ thing: value })))).toEqual(tight);
      }),
    );
  });

  it('is another for another value, another field and another time', () => {
    const ids = [
      idOf('account_update', { event: 'A' }),
      idOf('account_update', { event: 'B' }),
      idOf('account_alerts', { event: 'A' }),
      idOf('account_update', { event: 'A' }, 1_700_000_001),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is the same alone and within a batch', () => {
    const change = { field: 'account_update', value: { event: 'ACCOUNT_DELETED' } };
    const entry = (...changes: Json[]) => ({ id: '101', time: 1_700_000_000, changes });
    const alone = itemsIn(JSON.stringify({ entry: [entry(change)] }));
    const batch = itemsIn(
      JSON.stringify({
        entry: [entry({ field: 'flows', value: {} }), entry({ field: 'x', value: {} }, change)],
      }),
    );
    expect(identity(batch[2]!)).toBe(identity(alone[0]!));
  });

  it('tells template ids apart that are larger than a double holds', () => {
    const update = (id: string) =>
      itemsIn(body('message_template_status_update', `{"event":"APPROVED","message_template_id":${id}}`))[0]!;
    expect(update('10000000000000001').id).not.toBe(update('10000000000000000').id);
  });

  it('is the same beside a number that is larger than a double holds, in whatever form its own numbers are', () => {
    const preference = '{"wa_id":"4915","share":1.0,"weight":1e2}';
    const alone = itemsIn(body('user_preferences', `{"user_preferences":[${preference}]}`));
    const beside = itemsIn(
      body('user_preferences', `{"user_preferences":[${preference},{"at":12345678901234567}]}`),
    );
    expect(beside[0]).toEqual(alone[0]);
  });
});

describe('a number that is larger than a double holds', () => {
  const long = '12345678901234567';
  const metadata = `"metadata":{"phone_number_id":${long}}`;
  const status = (rest: string) =>
    itemsIn(body('messages', `{${metadata},"statuses":[{"id":"wamid.A",${rest}}]}`))[0]!;

  it.each([
    ['a timestamp', `"timestamp":${long}`],
    ['a list for a timestamp', `"timestamp":[${long}]`],
    ['a recipient', `"recipient_id":${long}`],
    ['the id of the number', '"status":"read"'],
  ])('does no harm as %s', (_, rest) => {
    expect(status(rest)).toMatchObject({ id: 'wamid.A', phoneNumberId: long });
  });

  it('tells recipients apart', () => {
    expect(identity(status(`"recipient_id":${long}`))).not.toBe(
      identity(status('"recipient_id":12345678901234568')),
    );
  });
});

describe('statuses of one message', () => {
  const sent = { id: 'wamid.G', status: 'sent', timestamp: '1700000000' };

  it('are told apart by status and by time', () => {
    const found = statuses(
      sent,
      { ...sent, status: 'delivered' },
      { ...sent, timestamp: '1700000001' },
      sent,
    );
    expect(new Set(found).size).toBe(3);
  });

  it.each<[string, Json, Json]>([
    ['phone', { recipient_id: '4915' }, { recipient_id: '4916' }],
    ['user id', { recipient_user_id: 'DE.1' }, { recipient_user_id: 'DE.2' }],
    [
      "participant's phone",
      { recipient_type: 'group', recipient_id: 'group-1', recipient_participant_id: '4915' },
      { recipient_type: 'group', recipient_id: 'group-1', recipient_participant_id: '4916' },
    ],
    [
      "participant's user id",
      { recipient_type: 'group', recipient_id: 'group-1', recipient_participant_user_id: 'DE.1' },
      { recipient_type: 'group', recipient_id: 'group-1', recipient_participant_user_id: 'DE.2' },
    ],
  ])('are one per recipient, known by %s', (_, one, other) => {
    const [first, second, again] = statuses({ ...sent, ...one }, { ...sent, ...other }, { ...sent, ...one });
    expect(second).not.toBe(first);
    expect(again).toBe(first);
  });
});
