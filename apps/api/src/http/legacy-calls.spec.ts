import { answerInSnakeCase, askedInSnakeCase } from './legacy-calls.ts';

describe('calls in snake_case', () => {
  it('have the keys of their top level read as camelCase, and no others', () => {
    expect(
      askedInSnakeCase({
        phone_number_id: '1',
        displayName: 'A',
        headers: { x_api_key: 'k' },
        list: [{ a_b: 1 }],
      }),
    ).toEqual({ phoneNumberId: '1', displayName: 'A', headers: { x_api_key: 'k' }, list: [{ a_b: 1 }] });
  });

  it.each([null, undefined, 'text', [{ a_b: 1 }]])('leave a body that is %p alone', (body) => {
    expect(askedInSnakeCase(body)).toEqual(body);
  });

  it('are answered in snake_case at the top level and in the elements of a list', () => {
    const createdAt = new Date();
    expect(
      answerInSnakeCase({
        data: [{ phoneNumberId: '1', createdAt, headers: { xApiKey: 'k' } }],
        nextCursor: null,
      }),
    ).toEqual({
      data: [{ phone_number_id: '1', created_at: createdAt, headers: { xApiKey: 'k' } }],
      next_cursor: null,
    });
  });

  it('meet errors that name the fields as they wrote them', () => {
    expect(
      answerInSnakeCase({
        code: 'invalid_input',
        requestId: 'r',
        errors: [{ field: 'verifyToken', message: 'is short' }],
      }),
    ).toEqual({
      code: 'invalid_input',
      request_id: 'r',
      errors: [{ field: 'verify_token', message: 'is short' }],
    });
  });
});
