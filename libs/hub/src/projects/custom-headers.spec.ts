import { AppError } from '@waypost/platform';
import { checkHeaders, MASK, maskedHeaders } from './custom-headers.ts';

function refusal(headers: Record<string, unknown>): string | undefined {
  try {
    checkHeaders(headers);
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid_input') return error.details.errors?.[0]?.field;
    throw error;
  }
}

describe('checkHeaders', () => {
  it.each([
    [{}],
    [{ Authorization: 'Bearer abc.def' }],
    [{ 'x-api-key': '' }],
    [{ 'X-Long': 'v'.repeat(1000) }],
    [Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`x-${i}`, 'v']))],
  ])('takes %p', (headers) => {
    expect(checkHeaders(headers)).toEqual(headers);
  });

  it.each([
    'Host',
    'connection',
    'Content-Type',
    'content-length',
    'Transfer-Encoding',
    'X-Hub-Signature',
    'x-hub-signature-256',
    'webhook-id',
    'Webhook-Signature',
    'X-Waypost-Attempt',
    'User-Agent',
    'Upgrade',
  ])('keeps %s for itself', (name) => {
    expect(refusal({ [name]: 'v' })).toBe(`headers.${name}`);
  });

  it.each(['', 'two words', 'colon:', 'umlaut-ä', 'line\nbreak', 'n'.repeat(101)])(
    'does not take %p for a name',
    (name) => {
      expect(refusal({ [name]: 'v' })).toBe('headers');
    },
  );

  it.each(['line\r\nbreak', 'tab\t', 'ümlaut', 'v'.repeat(1001), 7, null, ['v'], MASK])(
    'does not take %p for a value',
    (content) => {
      expect(refusal({ 'x-key': content })).toBe('headers.x-key');
    },
  );

  it('refuses a name that differs from another only by case, and a 21st header', () => {
    expect(refusal({ 'X-Key': 'a', 'x-key': 'b' })).toBe('headers.x-key');
    expect(refusal(Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`x-${i}`, 'v'])))).toBe(
      'headers',
    );
  });
});

it('shows names without values', () => {
  expect(maskedHeaders(['Authorization'])).toEqual({ Authorization: MASK });
});
