import { AppError } from '@waypost/platform';
import { checkFields } from './webhook-fields.ts';

describe('checkFields', () => {
  it.each([
    [['messages'], ['messages']],
    [
      ['messages', 'account_update', 'messages'],
      ['messages', 'account_update'],
    ],
    [['messages', '*'], ['*']],
    [['a_field_that_does_not_exist_yet'], ['a_field_that_does_not_exist_yet']],
  ])('reads %p as %p', (given, fields) => {
    expect(checkFields(given)).toEqual(fields);
  });

  it.each([
    [[]],
    [['Messages']],
    [['messages ']],
    [['']],
    [['**']],
    [[7]],
    [[null]],
    [['x'.repeat(65)]],
    [Array(51).fill('messages')],
  ])('refuses %p', (given) => {
    expect(() => checkFields(given)).toThrow(AppError);
  });
});
