import { QueryFailedError } from 'typeorm';
import { Log } from './logger.ts';

/** What one call writes. */
function line(call: (log: Log) => void): Record<string, unknown> {
  const lines: string[] = [];
  call(new Log('info', 'test', { write: (text) => void lines.push(text) }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

describe('Log', () => {
  it('says what went wrong in the database, and nothing of what was to be written there', () => {
    const driverError = new Error('could not extend file: No space left on device');
    const body = Buffer.from('+15550783881 says hello');
    const error = new QueryFailedError('INSERT INTO webhook_event', [body], driverError);
    const text = JSON.stringify(line((log) => log.failure('webhooks not stored', error, { tenantId: 'a tenant' })));
    expect(text).toContain('No space left on device');
    expect(text).toContain('a tenant');
    expect(text).not.toContain('parameters');
    expect(text).not.toContain([...body].join());
  });

  it('keeps the kind, the code and the stack of an error', () => {
    const error = Object.assign(new TypeError('no'), { code: 'ERR_NO' });
    expect(line((log) => log.failure('failed', error))).toMatchObject({
      name: 'test',
      level: 50,
      msg: 'failed',
      err: { type: 'TypeError', message: 'no', code: 'ERR_NO', stack: expect.stringContaining('logger.spec') },
    });
  });
});
