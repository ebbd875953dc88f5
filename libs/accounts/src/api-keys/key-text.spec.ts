import { v7 } from 'uuid';
import {
  hashMatches,
  hashOfSecret,
  keyText,
  looksLikeKey,
  newSecret,
  partsOf,
  shownPrefix,
} from './key-text.ts';

describe('the text of an API key', () => {
  it('names the key and holds its secret, in letters and digits', () => {
    for (const id of [v7(), '00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']) {
      const secret = newSecret();
      const text = keyText({ id, secret });
      expect(text).toMatch(/^wp_live_[0-9A-Za-z]{22}_[0-9A-Za-z]{43}$/);
      expect(text.startsWith(`${shownPrefix(id)}_`)).toBe(true);
      expect(partsOf(text)).toEqual({ id, secret });
    }
  });

  it('has another secret each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, newSecret)).size).toBe(1_000);
  });

  it.each([
    '',
    'wp_live_',
    `wp_test_${'0'.repeat(22)}_${'0'.repeat(43)}`,
    `wp_live_${'0'.repeat(21)}_${'0'.repeat(43)}`,
    `wp_live_${'0'.repeat(22)}_${'0'.repeat(42)}`,
    `wp_live_${'z'.repeat(22)}_${'0'.repeat(43)}`,
    ` wp_live_${'0'.repeat(22)}_${'0'.repeat(43)}`,
    `wp_live_${'-'.repeat(22)}_${'0'.repeat(43)}`,
  ])('is in no other form: %p', (text) => expect(partsOf(text)).toBeUndefined());

  it('is told from an access token by how it begins', () => {
    expect(looksLikeKey('wp_live_x')).toBe(true);
    expect(looksLikeKey('eyJhbGciOiJSUzI1NiJ9.e30.x')).toBe(false);
  });

  it('matches the hash of its own secret only', () => {
    const secret = newSecret();
    expect(hashMatches(secret, hashOfSecret(secret))).toBe(true);
    expect(hashMatches(newSecret(), hashOfSecret(secret))).toBe(false);
    expect(hashMatches(secret, Buffer.alloc(0))).toBe(false);
  });
});
