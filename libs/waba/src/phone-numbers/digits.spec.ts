import { digitsOf } from './digits.ts';

describe('digitsOf', () => {
  it.each([
    ['+1 (555) 010-9999', '15550109999'],
    ['15550109999', '15550109999'],
    ['0049 30 901820', '4930901820'],
    [' +44 20 7946.0018 ', '442079460018'],
  ])('reads %p as %p', (written, digits) => {
    expect(digitsOf(written)).toBe(digits);
  });

  it.each(['', '+', '12345', '030 901820', '+1 555 CALL NOW', '1'.repeat(16), '+1 555 010 9999 ext 4'])(
    'does not take %p for an international number',
    (written) => {
      expect(digitsOf(written)).toBeUndefined();
    },
  );
});
