import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { isTransient } from './transient.ts';

const error = (message: string, fields: object = {}) => Object.assign(new Error(message), fields);

describe('isTransient', () => {
  it.each([
    ['a refused connection', error('connect', { code: 'ECONNREFUSED' })],
    ['every address refused', new AggregateError([error('connect', { code: 'ECONNREFUSED' })])],
    [
      'a server that shuts down',
      error('terminating connection due to administrator command', { code: '57P01' }),
    ],
    ['a database that lets nobody in', error('not currently accepting connections', { code: '55000' })],
    ['a deadlock', error('deadlock detected', { code: '40P01' })],
    ['a full disk', error('could not extend file', { code: '53100' })],
    ['a lock not had in time', error('canceling statement due to lock timeout', { code: '55P03' })],
    ['a line that was cut', error('Connection terminated unexpectedly')],
    ['a line that was cut between two statements', new QueryRunnerAlreadyReleasedError()],
    ['the same, seen by a repository', new QueryRunnerProviderAlreadyReleasedError()],
    ['a pool that waited in vain', error('timeout exceeded when trying to connect')],
  ])('is true of %s', (_words, thrown) => expect(isTransient(thrown)).toBe(true));

  it.each([
    ['a broken rule', error('violates check constraint', { code: '23514' })],
    ['a text that cannot be stored', error('invalid byte sequence', { code: '22021' })],
    ['a row too large for its index', error('index row size exceeds', { code: '54000' })],
    ['a bug', new TypeError('x is undefined')],
    ['something thrown that is no error', 'Connection terminated'],
  ])('is false of %s', (_words, thrown) => expect(isTransient(thrown)).toBe(false));
});
