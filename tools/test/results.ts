/** How a step ended, in tests; a step that is not made of tests counts as one. */
export interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

export const onePassed: Count = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Count = { passed: 0, failed: 1, skipped: 0 };

/** The part of Jest's JSON report that is counted. */
export interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[];
}

/** How many failed files may be tried once more; more than these is no accident. */
const MOST_AGAIN = 2;

/**
 * Files whose failure is looked at once more, alone: processes are killed and clocks are real there, and one slow
 * moment of a shared machine is not a defect. What fails twice has failed.
 */
export function worthAnotherTry(report: JestReport | undefined): string[] {
  const failed = (report?.testResults ?? []).filter(({ status }) => status === 'failed').map(({ name }) => name);
  return failed.length <= MOST_AGAIN ? failed : [];
}

/** A report without some files, as if they had not run. */
export function without(report: JestReport, files: string[]): JestReport {
  const left = report.testResults.filter(({ name }) => !files.includes(name));
  const tests = left.flatMap(({ assertionResults }) => assertionResults);
  const of = (status: string) => tests.filter((test) => test.status === status).length;
  return {
    numPassedTests: of('passed'),
    numFailedTests: of('failed'),
    numPendingTests: of('pending'),
    numTodoTests: of('todo'),
    numRuntimeErrorTestSuites: left.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length,
    testResults: left,
  };
}

/**
 * A suite that could not be run at all counts as one failure, and so does a run that ended badly although no test
 * failed (no report, nothing found, killed because it hung).
 */
export function countJest(report: JestReport | undefined, exitCode: number): Count {
  const count = {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0),
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  const endedWell = report !== undefined && exitCode === 0;
  return endedWell || count.failed > 0 ? count : { ...count, failed: 1 };
}

/** The part of Playwright's JSON report that is counted. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** A test that passed at its second try has passed. A run without a report, or that ended badly, is a failure. */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): Count {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const endedWell = report !== undefined && exitCode === 0 && expected + flaky > 0;
  return { passed: expected + flaky, failed: endedWell ? unexpected : Math.max(1, unexpected), skipped };
}

export function sum(counts: Count[]): Count {
  return counts.reduce(
    (total, count) => ({
      passed: total.passed + count.passed,
      failed: total.failed + count.failed,
      skipped: total.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
