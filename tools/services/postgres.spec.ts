import { lastWords } from './postgres.ts';

const at = '2026-11-20 10:00:00.000 UTC [7]';

describe('the last words of a PostgreSQL that gave up', () => {
  it('are its reason with the detail', () => {
    const log = `${at} LOG:  starting\n${at} FATAL:  database files are incompatible with server\n${at} DETAIL:  They are of version 17.\n`;
    expect(lastWords(log)).toBe('database files are incompatible with server; They are of version 17.');
  });

  it('are not what it told a client meanwhile', () => {
    const log = `${at} PANIC:  could not locate a valid checkpoint record\n${at} FATAL:  the database system is starting up\n`;
    expect(lastWords(log)).toBe('could not locate a valid checkpoint record');
  });

  it('are its last line where it names no reason', () => {
    expect(lastWords('postgres: could not access the server configuration file\n')).toBe(
      'postgres: could not access the server configuration file',
    );
    expect(lastWords('')).toBeUndefined();
  });
});
