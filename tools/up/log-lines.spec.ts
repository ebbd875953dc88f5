import { worthShowing } from './log-lines.ts';

it.each([
  ['a warning', '{"level":40,"msg":"Redis is away"}', 'stdout', 'warning: Redis is away'],
  [
    'an error with its reason',
    '{"level":50,"msg":"Not sent","err":{"message":"timeout"}}',
    'stdout',
    'error: Not sent: timeout',
  ],
  [
    'an error that repeats its reason',
    '{"level":50,"msg":"timeout","err":{"message":"timeout"}}',
    'stdout',
    'error: timeout',
  ],
  ['plain words on stderr', 'PORT must be a number.', 'stderr', 'PORT must be a number.'],
] as const)('shows %s', (_case, line, source, shown) => {
  expect(worthShowing(line, source)).toBe(shown);
});

it.each([
  ['what merely happened', '{"level":30,"msg":"listening"}', 'stdout'],
  ['the same on stderr', '{"level":30,"msg":"listening"}', 'stderr'],
  ['plain words on stdout', 'listening', 'stdout'],
  ['empty lines', '', 'stderr'],
] as const)('leaves %s to the log file', (_case, line, source) => {
  expect(worthShowing(line, source)).toBeUndefined();
});
