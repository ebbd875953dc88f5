import { setTimeout as sleep } from 'node:timers/promises';
import { Hold } from './hold.ts';
import { comesAbout } from './comes-about.ts';
import type { Product, QueueMode, Victim } from './product.ts';
import type { Random } from './random.ts';
import type { Receiver } from './receiving.ts';
import type { Load } from './sender.ts';
import { flaky, slow, type World } from './world.ts';

export interface Scene {
  product: Product;
  load: Load;
  receiver: Receiver;
  random: Random;
  world: World;
}

/** What happened when a fault struck. */
export interface Strike {
  victims: Victim[];
  /** The victims in words, where it is not just their names. */
  what?: string;
  /** Whether the point was really met, and not just approached. */
  met: boolean;
}

export interface Fault {
  point: string;
  /** Only in this queue mode. */
  only?: QueueMode;
  /** Lets the point come, and strikes. What was killed is left for the round to start again. */
  strike(scene: Scene): Promise<Strike>;
}

const work: Victim[][] = [['worker'], ['postgres'], ['api', 'worker'], ['api', 'worker', 'postgres']];
const intake: Victim[][] = [['api'], ['postgres'], ['api', 'worker']];
const queueAway = 5_000;

/** Kills at no point in particular, `victims` being who. */
function anywhere(...victims: Victim[]): Fault {
  return {
    point: 'at a random moment',
    only: victims.includes('redis') ? 'redis' : undefined,
    strike: async ({ product, random }) => {
      await sleep(random.between(100, 1_500));
      await product.kill(victims);
      return { victims, met: true };
    },
  };
}

/** Kills while a statement that writes to `table` is under way, of a transaction that holds `inside`. */
function within(point: string, choices: Victim[][], table: string, inside?: string): Fault {
  return {
    point,
    strike: async ({ product, random }) => {
      await sleep(random.between(100, 800));
      const victims = random.pick(choices);
      const cut = random.chance(0.5);
      const hold = await Hold.on(product, table);
      const met = await hold.catches(inside);
      await sleep(random.between(0, 50));
      await product.kill(victims);
      if (cut) await hold.cut();
      await hold.end();
      return { victims, met };
    },
  };
}

const behindAcknowledgements: Fault = {
  point: 'right behind an acknowledgement',
  strike: async ({ product, load, random }) => {
    const victims = random.pick<Victim[]>([
      ['api', 'worker'],
      ['api'],
      ['postgres'],
      ['api', 'worker', 'postgres'],
    ]);
    await load.reached(random.between(20, 200));
    await product.kill(victims);
    return { victims, met: true };
  },
};

const beforeTheAnswer: Fault = {
  point: 'while projects have it and have not answered',
  strike: async ({ product, receiver, random }) => {
    await sleep(random.between(100, 800));
    const victims = random.pick(work);
    await receiver.behave({ holding: slow });
    const met = await comesAbout(async () => (await receiver.behave()).held >= 8, 5_000);
    await product.kill(victims);
    await receiver.behave({ holding: null });
    return { victims, met };
  },
};

const bulkRetry: Fault = {
  point: 'during a bulk retry',
  strike: async ({ product, receiver, random, world }) => {
    // A 4xx does not open the circuit breaker, so plenty comes to wait.
    await receiver.behave({ failing: { project: flaky, times: 60, how: 422 } });
    await comesAbout(async () => (await receiver.behave()).failures >= 15, 3_000);
    const victims = random.pick(work);
    const hold = await Hold.on(product, 'delivery');
    const project = world.projects.get(flaky);
    await product.rest.post(
      '/deliveries/retry',
      { projectId: project?.id, states: ['waiting'] },
      project?.tenantId,
    );
    const met = await hold.catches('bulk_operation');
    await product.kill(victims);
    if (random.chance(0.5)) await hold.cut();
    await hold.end();
    return { victims, met };
  },
};

/** A process that has just begun to take up what was left lying. */
const duringRecovery: Fault = {
  point: 'and again while it starts',
  strike: async ({ product, random }) => {
    const victims = random.pick<Victim[]>([['worker'], ['api', 'worker'], ['api', 'worker', 'postgres']]);
    await sleep(random.between(100, 800));
    await product.kill(victims);
    const met = random.chance(0.5);
    if (met) await product.revive();
    const starting = met ? Promise.resolve() : product.revive().catch(() => undefined); // Killed below.
    await sleep(random.between(50, 500));
    await product.kill(victims);
    await starting;
    return { victims, met: true };
  },
};

const redisAway: Fault = {
  point: 'away for 5 s under load',
  only: 'redis',
  strike: async ({ product }) => {
    await product.kill(['redis']);
    await sleep(queueAway);
    return { victims: ['redis'], met: true };
  },
};

const startsWithoutRedis: Fault = {
  point: 'started again while Redis is away',
  only: 'redis',
  strike: async ({ product, random }) => {
    const victims = random.pick<Victim[]>([['worker'], ['api', 'worker']]);
    await product.kill(['redis']);
    await sleep(random.between(100, 1_000));
    await product.kill(victims);
    await product.revive(victims);
    await sleep(random.between(500, 1_500));
    return { victims: ['redis', ...victims], what: victims.join(' + '), met: true };
  },
};

const queueFlushed: Fault = {
  point: 'at a random moment',
  strike: async ({ product, random }) => {
    await sleep(random.between(100, 1_000));
    for (let times = random.between(1, 3); times > 0; times -= 1) {
      await product.flushQueue();
      await sleep(random.between(0, 200));
    }
    return { victims: [], what: 'queue flushed', met: true };
  },
};

/** What a failover of the database does, or a proxy in front of it: the processes live, their connections do not. */
const connectionsCut: Fault = {
  point: 'while a batch is split up',
  strike: async ({ product, random }) => {
    await sleep(random.between(100, 800));
    const hold = await Hold.on(product, 'event');
    let met = true;
    for (let times = random.between(1, 3); times > 0; times -= 1) {
      met = (await hold.catches('webhook_pending')) && met;
      await hold.cut();
    }
    await hold.end();
    return { victims: [], what: "the worker's database connection cut", met };
  },
};

const faults: Fault[] = [
  anywhere('api'),
  anywhere('worker'),
  anywhere('worker'),
  anywhere('api', 'worker'),
  anywhere('postgres'),
  anywhere('redis'),
  anywhere('worker', 'redis'),
  anywhere('api', 'worker', 'postgres'),
  anywhere('api', 'worker', 'redis', 'postgres'),
  behindAcknowledgements,
  within('while an acknowledgement waits for its commit', intake, 'webhook_event'),
  within('while a batch is split up', work, 'dedupe_key', 'webhook_pending'),
  within('while a batch is split up', work, 'delivery', 'webhook_pending'),
  beforeTheAnswer,
  within("between a project's answer and its record", work, 'attempt'),
  bulkRetry,
  duringRecovery,
  redisAway,
  startsWithoutRedis,
  queueFlushed,
  connectionsCut,
];

/** So many faults, every kind as often as every other, in an order of chance; `at` narrows them to points with these words. */
export function chooseFaults(count: number, queue: QueueMode, random: Random, at = ''): Fault[] {
  const possible = faults.filter(({ only, point }) => (only ?? queue) === queue && point.includes(at));
  const chosen: Fault[] = [];
  while (possible.length > 0 && chosen.length < count) chosen.push(...random.shuffled(possible));
  return chosen.slice(0, count);
}
