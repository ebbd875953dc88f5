import { NotFoundException } from '@nestjs/common';
import { AppError, notFound, SecretError } from '@waypost/platform';
import { presentable } from './presentable.ts';

const error = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);

describe('presentable', () => {
  it('shows our own errors as they are', () => {
    const own = notFound('project');
    expect(presentable(own)).toBe(own);
  });

  it.each([
    ['a path that does not exist', new NotFoundException('Cannot GET /x'), 'not_found'],
    ['broken JSON', error('Unexpected token', { statusCode: 400 }), 'invalid_body'],
    ['a body that is no JSON at all', error('Unsupported Media Type', { statusCode: 415 }), 'invalid_body'],
    ['a body that is too large', error('Request body is too large', { statusCode: 413 }), 'body_too_large'],
    ['a NUL in a text', error('invalid byte sequence', { code: '22021' }), 'invalid_input'],
    ['a database that refuses connections', error('connect', { code: 'ECONNREFUSED' }), 'unavailable'],
    ['a database that shuts down', error('terminating connection', { code: '57P01' }), 'unavailable'],
    ['a connection that was cut', error('Connection terminated unexpectedly'), 'unavailable'],
    ['a broken rule of the database', error('violates check constraint', { code: '23514' }), 'internal'],
    ['a key service that is away', new SecretError('unavailable', 'away'), 'unavailable'],
    ['a root key that was replaced', new SecretError('key', 'replaced'), 'internal'],
    ['a bug', new TypeError('x is undefined'), 'internal'],
    ['a thrown string', 'no', 'internal'],
  ])('answers %s', (_words, thrown, code) => {
    const shown = presentable(thrown);
    expect(shown).toBeInstanceOf(AppError);
    expect(shown.code).toBe(code);
  });

  it('keeps the words of what nobody foresaw to the log', () => {
    expect(presentable(new Error('password is hunter2')).details.detail).not.toContain('hunter2');
  });
});
