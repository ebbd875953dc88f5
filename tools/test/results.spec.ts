import { countJest, lastLine, sum, type JestReport } from './results.ts';

const report: JestReport = {
  numPassedTests: 5,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
};
const green: JestReport = {
  ...report,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

describe('counting a Jest run', () => {
  it('adds the suites that could not be run to the failed tests', () => {
    expect(countJest(report, 1)).toEqual({ passed: 5, failed: 3, skipped: 2 });
  });

  it('takes a green report with exit code 0 as it is', () => {
    expect(countJest(green, 0)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  it.each([
    ['leaves no report', undefined, 1],
    ['leaves no report although it says it went well', undefined, 0],
    ['was killed after its last test', green, -1],
  ])('counts a failure when the run %s', (_case, ended, exitCode) => {
    expect(countJest(ended, exitCode).failed).toBe(1);
  });
});

it('ends with one line that a machine can read', () => {
  expect(
    lastLine(
      sum([
        { passed: 2, failed: 0, skipped: 0 },
        { passed: 1, failed: 0, skipped: 0 },
      ]),
    ),
  ).toBe('3 passed, 0 failed');
  expect(lastLine({ passed: 2, failed: 1, skipped: 4 })).toBe('2 passed, 1 failed, 4 skipped');
});
