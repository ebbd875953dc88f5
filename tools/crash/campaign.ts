import { join } from 'node:path';
import { Accounts, type RoundAccount, type Violation } from './accounts.ts';
import { explain } from './explain.ts';
import { chooseFaults } from './faults.ts';
import { comesAbout } from './comes-about.ts';
import { Product, type QueueMode } from './product.ts';
import { Random } from './random.ts';
import { Receiver } from './receiving.ts';
import { roundLine } from './report.ts';
import { flushUnderLoad, killBehind2000, playRound, type Played, type Stage } from './round.ts';
import { createWorld } from './world.ts';

/** So many rounds strike one after the other, also into the recovery of the one before; then everything must arrive. */
const roundsBetweenCalms = 25;
/** Seconds that a calm may last. */
const patience = 90;
/** Seconds within which everything is delivered when nothing but the queue was lost. */
const flushPatience = 60;

export interface Settled extends Played {
  account: RoundAccount;
  /** Seconds from everything being up again until the last one arrived. */
  recovery: number;
}

export interface Result {
  queue: QueueMode;
  special: Settled[];
  rounds: Settled[];
  violations: Violation[];
  /** Processes that ended although nobody had killed them. */
  deaths: string[];
}

/** Everything in one queue mode: the two promises in plain words, then rounds of faults. */
export async function campaign(options: {
  queue: QueueMode;
  rounds: number;
  seed: number;
  /** Only faults at points with these words. */
  at?: string;
  folder: string;
  say: (line: string) => void;
}): Promise<Result> {
  const { queue, rounds, seed, at, folder, say } = options;
  const received = join(folder, 'received.jsonl');
  const receiver = await Receiver.start(received);
  const product = await Product.start(queue, folder);
  try {
    const world = await createWorld(product.rest, (project) => receiver.endpoint(project));
    const secrets = Object.fromEntries([...world.projects].map(([name, { secret }]) => [name, secret]));
    await receiver.behave({ secrets });
    const accounts = new Accounts(world.owners, received);
    const stage: Stage = { queue, folder, product, receiver, world, accounts };
    const result: Result = {
      queue,
      special: [],
      rounds: [],
      violations: accounts.violations,
      deaths: product.deaths,
    };
    const settle = async (played: Played[], seconds = patience) => {
      product.rest.forgetToken();
      const settled = await calm(stage, played, seconds);
      for (const round of settled) say(roundLine(queue, round));
      return settled;
    };

    result.special.push(...(await settle([await killBehind2000(stage, seed)])));
    result.special.push(...(await settle([await flushUnderLoad(stage, seed)], flushPatience)));
    const faults = chooseFaults(rounds, queue, new Random(seed), at);
    let played: Played[] = [];
    for (const [index, fault] of faults.entries()) {
      if (accounts.violations.length > 0) break;
      played.push(await playRound(stage, fault, String(index + 1), seed + index));
      if (played.length < roundsBetweenCalms && index + 1 < faults.length) continue;
      result.rounds.push(...(await settle(played)));
      played = [];
    }
    accounts.close();
    return result;
  } finally {
    await product.stop();
    receiver.stop();
  }
}

/** Waits until everything has arrived that these rounds are owed, and closes their accounts. */
async function calm(stage: Stage, played: Played[], seconds: number): Promise<Settled[]> {
  const { accounts, product } = stage;
  const missing = (): number => {
    accounts.read();
    return played.reduce((sum, { name }) => sum + accounts.missing(name), 0);
  };
  await comesAbout(() => missing() === 0, seconds * 1_000, 100);
  if (missing() > 0) {
    const some = played.flatMap(({ name }) =>
      accounts
        .of(name)
        .missing.slice(0, 3)
        .map((each) => ({ name, ...each })),
    );
    const where = await Promise.all(
      some.map(
        async (each) =>
          `  round ${each.name}: ${each.project} lacks ${each.key}: ${await explain(product, each)}`,
      ),
    );
    const words = `${missing()} acknowledged items did not arrive within ${seconds} s:\n${where.join('\n')}`;
    accounts.violations.push({ kind: 'lost', words });
  }
  if (!(await comesAbout(async () => (await runningBulk(stage)) === 0, 10_000, 500))) {
    accounts.violations.push({ kind: 'stuck', words: 'a bulk retry never came to its end' });
  }
  return played.map((round) => {
    const account = accounts.of(round.name);
    // Only a process that takes webhooks in, or what it stores them in, may make Meta try again.
    const excused = round.strike.victims.some((victim) => victim === 'api' || victim === 'postgres');
    if (account.refused.size > 0 && !excused) {
      const words = `round ${round.name}: webhooks were refused: ${[...account.refused].join('; ')}`;
      accounts.violations.push({ kind: 'refused', words });
    }
    return { ...round, account, recovery: Math.max(0, account.lastAt - round.upAt) / 1_000 };
  });
}

async function runningBulk({ product, world }: Stage): Promise<number> {
  const tenants = new Set([...world.projects.values()].map(({ tenantId }) => tenantId));
  let running = 0;
  for (const tenantId of tenants) {
    const { data } = await product.rest.get<{ data: { state: string }[] }>(
      '/bulk-operations?limit=200',
      tenantId,
    );
    running += data.filter(({ state }) => state === 'running').length;
  }
  return running;
}
