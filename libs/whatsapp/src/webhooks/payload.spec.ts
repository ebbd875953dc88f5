import fc from 'fast-check';
import { parseWebhook } from './payload.ts';

const parse = (text: string) => parseWebhook(Buffer.from(text));
const parseJson = (value: unknown) => parse(JSON.stringify(value));
const change = { field: 'messages', value: {} };

describe('parseWebhook', () => {
  it('takes the envelope as it is, with whatever else stands in it', () => {
    const payload = {
      object: 'whatsapp_business_account',
      brand_new: [1, null],
      entry: [
        {
          id: '101',
          time: 1_700_000_000,
          changes: [{ field: 'not_known_yet', value: { deep: { er: true } }, more: 1 }],
        },
        { id: '102', changes: [] },
      ],
    };
    expect(parseJson(payload)).toEqual({ payload });
  });

  it('takes the id of an entry that came as a number', () => {
    expect(parseJson({ entry: [{ id: 101, changes: [change] }] })).toEqual({
      payload: { entry: [{ id: '101', changes: [change] }] },
    });
  });

  it.each(['', ' ', '{', '{"entry":[}', 'entry=1', "{'entry':[]}", '\u0000', '<xml/>'])(
    'says of %p that it is not JSON',
    (text) => {
      expect(parse(text)).toEqual({ problem: 'not_json', detail: expect.stringContaining('not JSON') });
    },
  );

  it('says of bytes that are no text that they are not JSON', () => {
    expect(parseWebhook(Buffer.from([0xff, 0xfe, 0x7b, 0x7d]))).toMatchObject({ problem: 'not_json' });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a string', 'hello'],
    ['a number', 7],
    ['a list', [{ id: '101', changes: [] }]],
    ['an empty object', {}],
    ['no list of entries', { entry: { id: '101', changes: [] } }],
    ['an empty list of entries', { entry: [] }],
    ['an entry that is null', { entry: [null] }],
    ['an entry that is a list', { entry: [[]] }],
    ['an entry without an id', { entry: [{ changes: [change] }] }],
    ['an entry with null for an id', { entry: [{ id: null, changes: [change] }] }],
    ['an entry without changes', { entry: [{ id: '101' }] }],
    ['changes that are no list', { entry: [{ id: '101', changes: change }] }],
    ['a change that is null', { entry: [{ id: '101', changes: [null] }] }],
    ['a change without a field', { entry: [{ id: '101', changes: [{ value: {} }] }] }],
    ['a change whose field is no text', { entry: [{ id: '101', changes: [{ field: 3, value: {} }] }] }],
    ['a change without a value', { entry: [{ id: '101', changes: [{ field: 'messages' }] }] }],
    [
      'a change whose value is null',
      { entry: [{ id: '101', changes: [{ field: 'messages', value: null }] }] },
    ],
    [
      'a change whose value is a list',
      { entry: [{ id: '101', changes: [{ field: 'messages', value: [] }] }] },
    ],
    ['one bad change behind good ones', { entry: [{ id: '101', changes: [change, change, {}] }] }],
  ])("keeps %s aside as JSON that is not Meta's", (_, body) => {
    expect(parseJson(body)).toEqual({ problem: 'not_meta', detail: expect.any(String) });
  });

  it('never throws and always answers with one of the two', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.json().map((inner) => `{"entry":[${inner}]}`),
        ),
        (text) => {
          const parsed = parse(text);
          expect('payload' in parsed !== 'problem' in parsed).toBe(true);
        },
      ),
    );
  });
});
