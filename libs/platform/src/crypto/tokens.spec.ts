import fc from 'fast-check';
import { newSigningSecret, randomToken, timingSafeEqualText } from './tokens.ts';

test('tokens are URL-safe, of the asked length and never the same', () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect(randomToken(16)).toMatch(/^[\w-]{22}$/);
  expect(new Set(Array.from({ length: 100 }, () => randomToken())).size).toBe(100);
});

test('a signing secret is what Standard Webhooks expects', () => {
  const secret = newSigningSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
});

test('texts compare as with ===', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(timingSafeEqualText(one, other)).toBe(one === other);
      expect(timingSafeEqualText(one, one)).toBe(true);
    }),
  );
});
