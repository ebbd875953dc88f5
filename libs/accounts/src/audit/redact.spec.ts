import { canonicalJson, changedOnly } from './content.ts';
import { HIDDEN, redact } from './redact.ts';

describe('redact', () => {
  it.each([
    'password',
    'newPassword',
    'appSecret',
    'app_secret',
    'verifyToken',
    'accessToken',
    'apiKey',
    'key',
    'headers',
    'secretSealed',
    'passwordHash',
    'recoveryCodes',
    'totp',
    'Authorization',
    'cookie',
    'client-secret',
    'privateKey',
    'signature',
  ])('hides what stands in the field %s, whatever its shape', (name) => {
    for (const value of ['x', 7, ['x'], { deep: 'x' }, Buffer.from('x')])
      expect(redact({ [name]: value })).toEqual({ [name]: HIDDEN });
  });

  it.each([
    'name',
    'endpoint',
    'secretId',
    'tokenExpiresAt',
    'headerNames',
    'keyPrefix',
    'monkey',
    'keyboard',
    'status',
    'hasAppSecret',
  ])('leaves what stands in the field %s', (name) => {
    expect(redact({ [name]: name === 'hasAppSecret' ? true : 'x' })).toEqual({
      [name]: name === 'hasAppSecret' ? true : 'x',
    });
  });

  it('says that there is no secret', () => {
    expect(redact({ appSecret: null, token: undefined })).toEqual({ appSecret: null });
  });

  it.each([
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'wp_live_abc_def',
    'Bearer abc',
    'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.x',
    '-----BEGIN PRIVATE KEY-----\nMII',
    '$argon2id$v=19$m=1',
  ])('hides %j wherever it stands', (value) => {
    expect(redact({ note: value, list: [value] })).toEqual({ note: HIDDEN, list: [HIDDEN] });
  });

  it('keeps of an address what is no secret', () => {
    expect(redact('https://user:pass@host.test/in?token=abc&b=1#frag')).toBe(
      `https://${HIDDEN}@host.test/in?token=${HIDDEN}&b=${HIDDEN}#${HIDDEN}`,
    );
    expect(redact('https://host.test/in')).toBe('https://host.test/in');
  });

  it('keeps plain JSON of bounded size, and nothing else', () => {
    class Odd {
      inside = 'x';
    }
    expect(
      redact({ at: new Date(0), big: 5n, odd: new Odd(), bytes: Buffer.from('x'), map: new Map() }),
    ).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      big: '5',
      odd: HIDDEN,
      bytes: HIDDEN,
      map: HIDDEN,
    });
    expect((redact('x'.repeat(5_000)) as string).length).toBe(1_001);
    expect(redact(Array.from({ length: 500 }, () => 1))).toHaveLength(200);
    let deep: object = { end: 1 };
    for (let at = 0; at < 20; at += 1) deep = { deep };
    expect(JSON.stringify(redact(deep))).toContain(HIDDEN);
  });

  it('keeps texts that PostgreSQL can hold', () => {
    expect(redact('a\u0000b\ud800c')).toBe('a\uFFFDb\uFFFDc');
  });
});

describe('the content of an entry', () => {
  it('is the same text for the same thing, in whatever order it was put together', () => {
    expect(canonicalJson({ b: [{ d: 1, c: undefined }], a: null })).toBe('{"a":null,"b":[{"d":1}]}');
    expect(canonicalJson({ b: 1, a: { d: 1, c: 2 } })).toBe(canonicalJson({ a: { c: 2, d: 1 }, b: 1 }));
  });

  it('tells only what differs, where both sides are known', () => {
    expect(changedOnly({ before: { a: 1, b: 2 }, after: { a: 1, b: 3, c: null } })).toEqual({
      before: { b: 2 },
      after: { b: 3 },
    });
    expect(changedOnly({ before: { a: 1 }, after: { a: 1, appSecret: HIDDEN } })).toEqual({
      before: {},
      after: { appSecret: HIDDEN },
    });
    expect(changedOnly({ before: undefined, after: { a: 1 } })).toEqual({
      before: undefined,
      after: { a: 1 },
    });
  });
});
