import { holdsOnly } from './raw-webhooks.ts';

const change = (number?: string) => ({
  field: number === undefined ? 'account_update' : 'messages',
  value:
    number === undefined
      ? { event: 'X' }
      : {
          metadata: { phone_number_id: number, display_phone_number: '1' },
          messages: [{ id: 'wamid.1', type: 'text' }],
        },
});
const post = (...entries: { id: string; numbers: (string | undefined)[] }[]) =>
  Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: entries.map(({ id, numbers }) => ({ id, changes: numbers.map(change) })),
    }),
  );
const theirs = { numbers: ['11'], accounts: ['91'] };

describe('holdsOnly', () => {
  it.each([
    ['messages of their number', post({ id: '91', numbers: ['11', '11'] }), true],
    ['their number within an account of somebody else', post({ id: '92', numbers: ['11'] }), true],
    ['a change of their account', post({ id: '91', numbers: [undefined] }), true],
    ['a number of somebody else', post({ id: '91', numbers: ['11', '12'] }), false],
    [
      'a change of another account',
      post({ id: '91', numbers: ['11'] }, { id: '92', numbers: [undefined] }),
      false,
    ],
    ['nothing', post(), false],
    ['what cannot be read', Buffer.from('11 91'), false],
  ])('tells of %s', (_what, body, expected) => {
    expect(holdsOnly(body, theirs)).toBe(expected);
  });
});
