import { itemsOf } from './items.ts';
import { parseWebhook, type WebhookPayload } from './payload.ts';
import {
  bodyWithoutMarks,
  formsOf,
  partAbout,
  type Person,
  withOtherNames,
  withoutPerson,
} from './person.ts';

const pia = '12025550143';
const tom = '12025550199';
const wamid = (number: string) =>
  `wamid.${Buffer.from(`\n\x0b${number}\x15\x02\x00\x12`).toString('base64')}`;
const person = (...numbers: string[]): Person => ({ numbers: new Set(numbers), userIds: new Set() });
const everything = () => true;
const change = (value: object, field = 'messages') => ({
  field,
  value: {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550001111', phone_number_id: '106' },
    ...value,
  },
});
const payload = (...changes: object[]): WebhookPayload => {
  const parsed = parseWebhook(
    Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '102', changes }] })),
  );
  if (!('payload' in parsed)) throw new Error(parsed.detail);
  return parsed.payload;
};
const message = (from: string, body: string, more: object = {}) => ({
  from,
  id: wamid(from),
  timestamp: '1700000000',
  type: 'text',
  text: { body },
  ...more,
});
const both = () =>
  payload(
    change({
      contacts: [
        { profile: { name: 'Pia Lund' }, wa_id: pia, user_id: 'US.1' },
        { profile: { name: 'Tom Ek' }, wa_id: tom },
      ],
      messages: [
        message(pia, 'a secret of Pia'),
        message(tom, 'Hello', { context: { from: pia, id: wamid(pia) } }),
      ],
      statuses: [{ id: wamid(pia), status: 'read', timestamp: '1700000001', recipient_id: pia }],
    }),
  );

describe('withoutPerson', () => {
  it('leaves nothing of the person, and everything of the others in its place', () => {
    const before = both();
    const result = withoutPerson(before, person(pia), everything)!;
    const text = result.body.toString();
    for (const trace of [pia, 'Pia Lund', 'a secret of Pia', wamid(pia), 'US.1'])
      expect(text).not.toContain(trace);
    for (const other of [tom, 'Tom Ek', 'Hello', wamid(tom), '15550001111']) expect(text).toContain(other);
    expect([result.erased, result.wholly]).toEqual([[0, 2], false]);
    const parsed = parseWebhook(result.body) as { payload: WebhookPayload };
    expect(itemsOf(parsed.payload).map(({ kind, erased }) => [kind, erased])).toEqual([
      ['text', true],
      ['text', undefined],
      ['status:read', true],
    ]);
    expect(before).toEqual(both());
  });

  it('finds nobody in a webhook of others', () => {
    expect(
      withoutPerson(
        payload(change({ messages: [message(tom, `my number is ${pia}`)] })),
        person(pia),
        everything,
      ),
    ).toBeUndefined();
  });

  it('does nothing to items of somebody else', () => {
    const mine = payload(change({ messages: [message(pia, 'x')] }));
    expect(withoutPerson(mine, person(pia), (item) => item.phoneNumberId !== '106')).toBeUndefined();
  });

  it('takes their thread out of the past of a number', () => {
    const thread = (id: string, body: string) => ({ id, messages: [message(id, body)] });
    const threads = [thread(pia, 'an old secret'), thread(tom, 'an old greeting')];
    const past = payload(change({ history: [{ metadata: { phase: 0 }, threads }] }, 'history'));
    const { body, wholly } = withoutPerson(past, person(pia), everything)!;
    expect([wholly, body.includes('secret'), body.includes(pia), body.includes('greeting')]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    const part = partAbout(past, person(pia), everything)!;
    expect([part.includes('secret'), part.includes('greeting')]).toEqual([true, false]);
    expect(partAbout(past, person('12025550000'), everything)).toBeUndefined();
  });

  it('can be done again for somebody else', () => {
    const first = parseWebhook(withoutPerson(both(), person(pia), everything)!.body) as {
      payload: WebhookPayload;
    };
    const second = withoutPerson(first.payload, person(tom), everything)!;
    expect([second.erased, second.wholly, second.body.includes(tom)]).toEqual([[1], true, false]);
  });

  it('keeps numbers that JavaScript would round', () => {
    const text = JSON.stringify({
      entry: [{ id: '1', changes: [change({ messages: [message(pia, 'x')], n: 0 })] }],
    }).replace('"n":0', '"n":12345678901234567');
    const parsed = parseWebhook(Buffer.from(text)) as { payload: WebhookPayload };
    expect(withoutPerson(parsed.payload, person(pia), everything)!.body.toString()).toContain(
      '"n":12345678901234567',
    );
  });
});

describe('partAbout', () => {
  it('is the items of the person and nothing of the others', () => {
    const text = partAbout(both(), person(pia), everything)!.toString();
    for (const own of ['a secret of Pia', 'Pia Lund', '"read"']) expect(text).toContain(own);
    for (const other of [tom, 'Tom Ek', 'Hello']) expect(text).not.toContain(other);
  });
});

describe('bodyWithoutMarks', () => {
  const { body } = withoutPerson(both(), person(pia), everything)!;

  it('is what others wrote, alone or by its place', () => {
    for (const index of [null, 1]) {
      const text = bodyWithoutMarks(body, index)?.toString();
      expect([index, text?.includes('Hello'), text?.includes('erased":true')]).toEqual([index, true, false]);
    }
  });

  it('is nothing where only a mark is left', () => {
    expect(bodyWithoutMarks(body, 0)).toBeUndefined();
    const alone = withoutPerson(payload(change({ messages: [message(pia, 'x')] })), person(pia), everything)!;
    expect([alone.wholly, bodyWithoutMarks(alone.body, null)]).toEqual([true, undefined]);
  });
});

describe('withOtherNames', () => {
  it('learns the user id of a number, and the number of a user id', () => {
    expect([...withOtherNames(both(), person(pia)).userIds]).toEqual(['US.1']);
    const byId = { numbers: new Set<string>(), userIds: new Set(['US.1']) };
    expect([...withOtherNames(both(), byId).numbers]).toEqual([pia]);
  });
});

test.each([
  ['5511987654321', ['5511987654321', '551187654321']],
  ['551187654321', ['551187654321', '5511987654321']],
  ['551132345678', ['551132345678']],
  ['5215512345678', ['5215512345678', '525512345678']],
  ['525512345678', ['525512345678', '5215512345678']],
  ['5491112345678', ['5491112345678', '541112345678']],
  ['4915112345678', ['4915112345678']],
])('formsOf(%s)', (digits, forms) => {
  expect(formsOf(digits)).toEqual(forms);
});
