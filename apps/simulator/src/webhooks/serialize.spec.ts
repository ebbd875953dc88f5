import { batch } from './envelope.ts';
import { textMessage } from './messages.ts';
import { serialize, sign, spacings } from './serialize.ts';

const number = { businessId: '1', phoneNumberId: '2', phoneNumber: '12025550101' };

describe('serialising as Meta does', () => {
  it.each([
    ['é', '{"a":"\\u00e9"}'],
    ['שלום', '{"a":"\\u05e9\\u05dc\\u05d5\\u05dd"}'],
    ['😀', '{"a":"\\ud83d\\ude00"}'],
    ['\u2028', '{"a":"\\u2028"}'],
    ['plain "text"\n/', '{"a":"plain \\"text\\"\\n/"}'],
  ])('writes %j in ASCII, lowercase', (text, bytes) => {
    expect(serialize({ a: text }).toString('latin1')).toBe(bytes);
  });

  it('writes plain UTF-8 or escaped slashes when asked', () => {
    expect(serialize({ a: 'é/' }, { escape: 'none' }).toString('utf8')).toBe('{"a":"é/"}');
    expect(serialize({ a: 'é/' }, { slashes: true }).toString()).toBe('{"a":"\\u00e9\\/"}');
  });

  it.each(spacings.flatMap((spacing) => [true, false].map((slashes) => ({ spacing, slashes }))))(
    'means the same with %j',
    (options) => {
      const envelope = batch([textMessage(number, { text: 'a: {"b": [1, 2]}\n\t😀 \\n https://x/y' })]);
      expect(JSON.parse(serialize(envelope, options).toString())).toEqual(
        JSON.parse(JSON.stringify(envelope)),
      );
    },
  );

  it('lays the bytes out differently with each spacing', () => {
    const bodies = spacings.map((spacing) => serialize({ a: [1, { b: 2 }] }, { spacing }).toString());
    expect(bodies).toEqual([
      '{"a":[1,{"b":2}]}',
      '{ "a": [ 1, { "b": 2 } ] }',
      ' {\r\n\t"a": [\r\n\t\t1,\r\n\t\t{\r\n\t\t\t"b": 2\r\n\t\t}\r\n\t]\r\n}\n\n',
    ]);
  });
});

describe('signing', () => {
  it('is HMAC-SHA256 in hex (test case 2 of RFC 4231)', () => {
    expect(sign('what do ya want for nothing?', 'Jefe')).toBe(
      'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('covers the escaped bytes: the same JSON written differently has another signature', () => {
    const body = { text: 'é' };
    expect(sign(serialize(body), 's')).not.toBe(sign(serialize(body, { escape: 'none' }), 's'));
    expect(sign(serialize(body), 's')).toBe(sign('{"text":"\\u00e9"}', 's'));
  });
});
