import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { claimedDigest, signatureMatches, signBody } from './signature.ts';

/** Test case 2 of RFC 4231. */
const known = {
  secret: 'Jefe',
  body: Buffer.from('what do ya want for nothing?'),
  hex: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
};

function accepts(header: unknown, body: Buffer = known.body, secret = known.secret): boolean {
  const claimed = claimedDigest(header);
  return claimed !== undefined && signatureMatches(body, claimed, secret);
}

describe('the signature of a webhook', () => {
  it('is the HMAC-SHA-256 of the raw body under the app secret', () => {
    expect(signBody(known.body, known.secret)).toBe(`sha256=${known.hex}`);
    expect(accepts(`sha256=${known.hex}`)).toBe(true);
  });

  it('may be written in upper-case hex', () => {
    expect(accepts(`sha256=${known.hex.toUpperCase()}`)).toBe(true);
  });

  it.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['came twice', [`sha256=${known.hex}`, `sha256=${known.hex}`]],
    ['has no digest', 'sha256='],
    ['has no scheme', known.hex],
    ['is of the old scheme', `sha1=${known.hex.slice(0, 40)}`],
    ['has the old scheme before a long digest', `sha1=${known.hex}`],
    ['is cut short by one digit', `sha256=${known.hex.slice(0, -1)}`],
    ['is cut short by one byte', `sha256=${known.hex.slice(0, -2)}`],
    ['is too long', `sha256=${known.hex}00`],
    ['is not hex', `sha256=${'z'.repeat(64)}`],
    ['is the digest in base64', `sha256=${Buffer.from(known.hex, 'hex').toString('base64')}`],
    ['has a second line', `sha256=${known.hex}\nsha256=${known.hex}`],
  ])('claims nothing when the header %s', (_, header) => {
    expect(claimedDigest(header)).toBeUndefined();
  });

  it.each([
    ['another secret signed it', known.body, 'jefe'],
    ['the body lost a byte', known.body.subarray(1), known.secret],
    ['the body is empty', Buffer.alloc(0), known.secret],
  ])('does not match when %s', (_, body, secret) => {
    expect(accepts(`sha256=${known.hex}`, body, secret)).toBe(false);
  });

  it('counts bytes, not what they mean: escaping the same text otherwise breaks it', () => {
    const escaped = Buffer.from('{"name":"Jos\\u00e9"}');
    const plain = Buffer.from('{"name":"José"}');
    expect(accepts(signBody(escaped, 's'), escaped, 's')).toBe(true);
    expect(accepts(signBody(escaped, 's'), plain, 's')).toBe(false);
  });

  it('is what any other HMAC makes of any bytes and any secret', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string({ minLength: 1, unit: 'grapheme' }), (bytes, secret) => {
        const body = Buffer.from(bytes);
        const digest = createHmac('sha256', Buffer.from(secret, 'utf8')).update(body).digest('hex');
        expect(signBody(body, secret)).toBe(`sha256=${digest}`);
        expect(accepts(`sha256=${digest}`, body, secret)).toBe(true);
      }),
    );
  });

  it('does not survive a single flipped bit', () => {
    fc.assert(
      fc.property(fc.nat(255), (bit) => {
        const digest = Buffer.from(known.hex, 'hex');
        digest[bit >> 3]! ^= 1 << (bit & 7);
        expect(accepts(`sha256=${digest.toString('hex')}`)).toBe(false);
      }),
    );
  });
});
