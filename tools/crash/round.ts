import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Accounts } from './accounts.ts';
import type { Fault, Scene, Strike } from './faults.ts';
import { Hold } from './hold.ts';
import type { Product, QueueMode } from './product.ts';
import { Random } from './random.ts';
import type { Receiver } from './receiving.ts';
import { Load } from './sender.ts';
import { flaky, type World } from './world.ts';

/** POSTs per second while faults strike. */
const rate = 120;
/** How long the load goes on when everything is up again. */
const after = 300;

export interface Stage {
  queue: QueueMode;
  folder: string;
  product: Product;
  receiver: Receiver;
  world: World;
  accounts: Accounts;
}

/** A round that was played; what it comes to is known once its deliveries have arrived. */
export interface Played {
  name: string;
  seed: number;
  strike: Strike;
  point: string;
  /** When everything was up again, in milliseconds since 1970. */
  upAt: number;
  /** Milliseconds from the start of the round to the last acknowledgement. */
  took: number;
}

/** Load, a fault in the middle of it, everything started again, and the rest of the load. */
export async function playRound(stage: Stage, fault: Fault, name: string, seed: number): Promise<Played> {
  const { product, receiver, world } = stage;
  const random = new Random(seed);
  const start = Date.now();
  await receiver.behave({
    failing: { project: flaky, times: random.between(0, 10), how: random.pick([500, 422, 'reset']) },
  });
  const load = startLoad(stage, name, { random: new Random(seed + 1), rate });
  const scene: Scene = { product, load, receiver, random, world };
  const strike = await fault.strike(scene);
  await product.revive();
  const upAt = Date.now();
  await sleep(after);
  await load.finish();
  return { name, seed, strike, point: fault.point, upAt, took: Date.now() - start };
}

/**
 * The promise to a newcomer: 2,000 acknowledgements, `kill -9` right behind the last, and all of it arrives. Nothing
 * is split up any more from the 200th on, so that nearly all of it is still owed at that moment.
 */
export async function killBehind2000(stage: Stage, seed: number): Promise<Played> {
  const name = 'first-2000';
  const start = Date.now();
  const load = startLoad(stage, name, {
    random: new Random(seed),
    posts: 2_000,
    plain: true,
    concurrency: 64,
  });
  await load.reached(200);
  const hold = await Hold.on(stage.product, 'event');
  await load.reached(2_000);
  await stage.product.kill(['api', 'worker']);
  await hold.end();
  await load.finish();
  await stage.product.revive();
  const strike: Strike = { victims: ['api', 'worker'], met: true };
  return {
    name,
    seed,
    strike,
    point: 'right behind 2,000 acknowledgements',
    upAt: Date.now(),
    took: Date.now() - start,
  };
}

/** The queue emptied three times while work is going through it. */
export async function flushUnderLoad(stage: Stage, seed: number): Promise<Played> {
  const name = 'queue-flushed';
  const start = Date.now();
  const load = startLoad(stage, name, { random: new Random(seed), rate: 3 * rate });
  for (let times = 0; times < 3; times += 1) {
    await sleep(700);
    await stage.product.flushQueue();
  }
  const upAt = Date.now();
  await load.finish();
  const strike: Strike = { victims: [], what: 'queue flushed', met: true };
  return { name, seed, strike, point: 'three times under load', upAt, took: Date.now() - start };
}

function startLoad(
  { folder, accounts, world, product }: Stage,
  name: string,
  options: { random: Random; rate?: number; posts?: number; plain?: boolean; concurrency?: number },
): Load {
  const journal = join(folder, `sent-${name}.jsonl`);
  accounts.begin(name, journal);
  return new Load({ world, url: product.url, journal, ...options });
}
