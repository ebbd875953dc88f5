import { describeMachine } from './machine.ts';
import type { StatementCost } from './services.ts';
import type { Measured } from './window.ts';
import { median } from './stats.ts';

/** One figure of design and documentation: what came out, against what was promised. */
export interface Verdict {
  figure: string;
  value: string;
  target: string;
  /** Undefined where nothing is promised and the figure is only shown beside the others. */
  met: boolean | undefined;
}

export const say = (line = ''): void => void process.stdout.write(`${line}\n`);

export const count = (value: number): string => Math.round(value).toLocaleString('en');
export const perSecond = (value: number): string => `${count(value)}/s`;
export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const percent = (value: number): string => `${(value * 100).toFixed(0)} %`;
export const times = (value: number): string => `${value.toFixed(1)}x`;

/** `name  12,345/s  (12,000 12,345 12,400)`: the median and every round behind it. */
export const rounds = (name: string, values: number[], show: (value: number) => string): string =>
  `  ${name.padEnd(24)} ${show(median(values)).padStart(10)}   rounds ${values.map(show).join('  ')}`;

export function sayVerdict(verdict: Verdict): void {
  const word = verdict.met === undefined ? '' : verdict.met ? 'met' : 'MISSED';
  say(
    `  => ${verdict.figure}: ${verdict.value}${verdict.target ? `   target ${verdict.target}` : ''}   ${word}`,
  );
}

/** CPU milliseconds per 1,000 webhooks by process, and what else the machine was doing. */
export function cpuLine({ cpu, foreign }: Measured, webhooks: number): string {
  const parts = Object.entries(cpu)
    .filter(([role]) => role !== 'bench')
    .map(([role, seconds]) => `${role} ${count((seconds * 1e6) / webhooks)}`);
  return `    CPU ms per 1,000: ${parts.join(', ')}${foreign === undefined ? '' : `; others' processes took ${percent(foreign)} of the machine`}`;
}

/** Where PostgreSQL's time went, statement by statement. */
export const statementLines = (costs: StatementCost[], webhooks: number): string[] =>
  costs.map(({ text, calls, rows, totalMs }) => {
    const perCall = `${count(calls)} calls of ${(rows / calls).toFixed(0)} rows, ${(totalMs / calls).toFixed(2)} ms each`;
    return `    ${count((totalMs * 1e3) / webhooks).padStart(5)} ms per 1,000  ${perCall}: ${text.replace(/\s+/g, ' ').slice(0, 110)}`;
  });

/** What must not happen, said only when it did. */
export function troubles({ load, received, unlogged, lost }: Measured): string[] {
  const found: string[] = [];
  const refused = Object.entries(load.refused).map(([status, times]) => `${times} x ${status}`);
  if (refused.length > 0) found.push(`not answered 200: ${refused.join(', ')}`);
  if (lost > 0) found.push(`${lost} acknowledged webhooks not forwarded in time`);
  if (received.repeated > 0) found.push(`${received.repeated} forwarded more than once`);
  if (received.badSignatures > 0)
    found.push(`${received.badSignatures} forwarded with a wrong signature (of those checked)`);
  if (unlogged) found.push(`${unlogged} attempts not logged`);
  return found.map((trouble) => `    ! ${trouble}`);
}

/** The table and the machine it was measured on, for the documentation. */
export function markdown(
  verdicts: Verdict[],
  versions: { postgres: string; redis: string | undefined },
  noise: string,
): string {
  const rows = verdicts.map(
    ({ figure, value, target, met }) =>
      `| ${figure} | ${value} | ${target || '-'} | ${met === undefined ? '-' : met ? 'met' : 'missed'} |`,
  );
  return [
    '| Figure | Measured | Target | Verdict |',
    '|---|---|---|---|',
    ...rows,
    '',
    `Machine: ${describeMachine()}, Node ${process.versions.node}, ` +
      `PostgreSQL ${versions.postgres}, ${versions.redis ? `Redis ${versions.redis}` : 'no Redis'}, ${new Date().toISOString().slice(0, 10)}. ${noise}`,
    '',
    'All subjects run in one go on one machine that also carries the load generator and the receiving project, each in its own process, on one PostgreSQL with `fsync` and `synchronous_commit` on and a database per subject; they take turns in short windows, and medians of the rounds and of the round-by-round ratios are shown. ' +
      'Webhooks are signed before the clock starts, every one is unique; latencies count from the moment a webhook was due on a fixed timetable, not from when a busy generator got round to sending it. ' +
      'The sustained end-to-end rate counts from the first webhook sent until the last one forwarded, while the generator holds back at 2,000 acknowledged but not yet forwarded, so that no backlog can grow or be left over (`npm run bench` repeats it).',
  ].join('\n');
}
