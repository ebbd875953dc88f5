import { countJest, countPlaywright, lastLine, sum, without, worthAnotherTry, type JestReport } from './results.ts';

const report: JestReport = {
  numPassedTests: 5,
  numFailedTests: 2,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 1,
  testResults: [
    { name: 'a.spec.ts', status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }, { status: 'passed' }] },
    { name: 'b.spec.ts', status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'pending' }, { status: 'todo' }] },
    { name: 'c.spec.ts', status: 'failed', assertionResults: [] },
  ],
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

describe('a second try', () => {
  it('is given to the files that failed, and only what they give then counts', () => {
    expect(worthAnotherTry(report)).toEqual(['a.spec.ts', 'c.spec.ts']);
    expect(countJest(without(report, ['a.spec.ts', 'c.spec.ts']), 0)).toEqual({ passed: 1, failed: 0, skipped: 2 });
  });

  it('is not given when more than two files failed, nor without a report', () => {
    const fourth = { name: 'd.spec.ts', status: 'failed', assertionResults: [] };
    expect(worthAnotherTry({ ...report, testResults: [...report.testResults, fourth] })).toEqual([]);
    expect(worthAnotherTry(undefined)).toEqual([]);
  });
});

describe('counting a browser run', () => {
  const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 };
  it('takes a test that passed at its second try as passed', () => {
    expect(countPlaywright({ stats }, 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });
  it('never takes a run without a report or without a test for a green one', () => {
    expect(countPlaywright(undefined, 0).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 } }, 0).failed).toBe(1);
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
