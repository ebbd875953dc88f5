import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../run.ts';
import type { Result, Settled } from './campaign.ts';
import type { QueueMode } from './product.ts';

const marks = ['<!-- crash:start -->', '<!-- crash:end -->'] as const;
const document = join(root, 'docs', 'benchmarks.md');
const section = `## Killed in the middle of everything\n\n${marks.join('\n')}\n`;
const empty = '# Benchmarks\n\n<!-- bench:start -->\n<!-- bench:end -->\n';

const queueName: Record<QueueMode, string> = { redis: 'Redis', postgres: 'PostgreSQL' };
const count = (value: number): string => value.toLocaleString('en');
const sum = (rounds: Settled[], of: (round: Settled) => number): number =>
  rounds.reduce((all, round) => all + of(round), 0);
const longest = (rounds: Settled[]): number => Math.max(0, ...rounds.map(({ recovery }) => recovery));

export function faultName({ strike, point }: Settled): string {
  return `${strike.what ?? strike.victims.join(' + ')} ${point}`;
}

/** What a round came to, in one line. */
export function roundLine(queue: QueueMode, round: Settled): string {
  const { name, seed, strike, account, recovery, took } = round;
  const refused = sum([round], (each) =>
    [...each.account.refused.values()].reduce((all, times) => all + times, 0),
  );
  return [
    queue.padEnd(8),
    `round ${name.padEnd(13)}`,
    `seed ${seed}`,
    `${count(account.acknowledged).padStart(5)} acknowledged`,
    `${count(refused).padStart(4)} not`,
    `${count(account.delivered).padStart(5)}/${count(account.owed)} delivered`,
    `${count(account.duplicates).padStart(3)} twice`,
    `${(took / 1_000).toFixed(1).padStart(4)} s round`,
    `${recovery.toFixed(1).padStart(5)} s to recover`,
    `${faultName(round)}${strike.met ? '' : ' (the point was not met)'}`,
  ].join('  ');
}

/** The whole run in a few lines. */
export function summaryLines({ queue, rounds, special, violations, deaths }: Result): string[] {
  const all = [...special, ...rounds];
  const lines = [
    `queue on ${queueName[queue]}: ${rounds.length} rounds and ${special.length} special ones, ` +
      `${count(sum(all, ({ account }) => account.acknowledged))} webhooks acknowledged, ` +
      `${count(sum(all, ({ account }) => account.owed))} items owed, ${count(sum(all, ({ account }) => account.delivered))} delivered, ` +
      `${count(sum(all, ({ account }) => account.duplicates))} twice, longest recovery ${longest(all).toFixed(1)} s`,
  ];
  const missed = rounds.filter(({ strike }) => !strike.met).length;
  if (missed > 0) lines.push(`  in ${missed} rounds the fault struck beside its point`);
  if (deaths.length > 0) lines.push(...[...new Set(deaths)].map((death) => `  ${death}`));
  lines.push(...violations.slice(0, 20).map(({ kind, words }) => `  VIOLATION (${kind}): ${words}`));
  if (violations.length > 20) lines.push(`  and ${violations.length - 20} more`);
  return lines;
}

/** Puts the summary between its marks in docs/benchmarks.md; what else stands there is somebody else's. */
export function writeDocument(results: Result[], seed: number): void {
  let text = existsSync(document) ? readFileSync(document, 'utf8') : empty;
  if (!marks.every((mark) => text.includes(mark))) text += `\n${section}`;
  const [before] = text.split(marks[0], 1);
  const after = text.slice(text.indexOf(marks[1]));
  writeFileSync(document, `${before}${marks[0]}\n\n${markdown(results, seed)}\n\n${after}`);
}

function markdown(results: Result[], seed: number): string {
  const [first] = cpus();
  const machine = `${cpus().length} cores (${first?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB memory`;
  return [
    'Processes are killed with SIGKILL while webhooks come in. Sender and receiving projects keep journals of their own, and only those count: every item of an acknowledged webhook reached every project that is mapped to its number, under one `webhook-id`, and no other project. "Twice" counts deliveries beyond the first, which a receiver recognises by that id. Recovery runs from everything being up again to the last item that was owed; a delivery that a killed worker had begun waits for its lease to end, and rounds follow each other without a pause, so a fault also strikes into the recovery of the one before.',
    '',
    '| Queue on | Rounds | Webhooks acknowledged | Items owed | Lost | Misdirected | Twice | Longest recovery |',
    '|---|---|---|---|---|---|---|---|',
    ...results.map(({ queue, rounds, special, violations }) => {
      const all = [...special, ...rounds];
      const owed = sum(all, ({ account }) => account.owed);
      const lost = owed - sum(all, ({ account }) => account.delivered);
      return `| ${queueName[queue]} | ${all.length} | ${count(sum(all, ({ account }) => account.acknowledged))} | ${count(owed)} | ${lost} | ${violations.filter(({ kind }) => kind === 'misdirected').length} | ${count(sum(all, ({ account }) => account.duplicates))} | ${longest(all).toFixed(0)} s |`;
    }),
    '',
    '| Killed or lost, and when | Rounds | Items owed | Twice | Longest recovery |',
    '|---|---|---|---|---|',
    ...byFault(results.flatMap(({ special, rounds }) => [...special, ...rounds])).map(
      ([name, rounds]) =>
        `| ${name} | ${rounds.length} | ${count(sum(rounds, ({ account }) => account.owed))} | ${count(sum(rounds, ({ account }) => account.duplicates))} | ${longest(rounds).toFixed(0)} s |`,
    ),
    '',
    `Machine: ${machine}, Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}, seed ${seed}. Run \`npm run test:crash\` to repeat it.`,
  ].join('\n');
}

function byFault(rounds: Settled[]): [string, Settled[]][] {
  return [...Map.groupBy(rounds, faultName)].sort(([a], [b]) => a.localeCompare(b));
}
