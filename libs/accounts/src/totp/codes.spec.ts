import { looksLikeTotp, newTotpSecret, stepOf, totpUri } from './codes.ts';
import { hashOfRecoveryCode, newRecoveryCode } from './recovery-codes.ts';

/** The secret of RFC 6238's table, `12345678901234567890`, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = (seconds: number) => new Date(seconds * 1_000);

describe('codes of an authenticator', () => {
  // The last six digits of the table's eight.
  it.each([
    [1_111_111_111, '050471', 37_037_037],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %i seconds are those of RFC 6238', async (seconds, code, step) => {
    expect(await stepOf(secret, code, at(seconds))).toBe(step);
    expect(await stepOf(secret, code, at(seconds + 30))).toBe(step);
    expect(await stepOf(secret, code, at(seconds - 30))).toBe(step);
    expect(await stepOf(secret, code, at(seconds + 61))).toBeUndefined();
    expect(await stepOf(secret, code, at(seconds - 61))).toBeUndefined();
  });

  it('are six digits, blanks aside', () => {
    expect(['123456', ' 123 456 '].every(looksLikeTotp)).toBe(true);
    expect(['12345', '1234567', '12345a', '', '１２３４５６', 'Q7HM-2VXK'].some(looksLikeTotp)).toBe(false);
  });

  it('come from secrets of 160 bits, each another one', () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const one of secrets) expect(one).toMatch(/^[A-Z2-7]{32}$/);
    expect(totpUri(secret, 'ada@example.com')).toMatch(
      /^otpauth:\/\/totp\/Waypost(:|%3A)ada(@|%40)example\.com\?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/,
    );
  });
});

describe('recovery codes', () => {
  it('are the same however they are typed, and never twice', () => {
    const codes = Array.from({ length: 200 }, newRecoveryCode);
    expect(new Set(codes).size).toBe(200);
    const [code = ''] = codes;
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code.replaceAll('-', ' ')} `]) {
      expect(hashOfRecoveryCode(typed)).toEqual(hashOfRecoveryCode(code));
    }
  });
});
