import { setTimeout as sleep } from 'node:timers/promises';
import {
  batch,
  buildUpdate,
  Poster,
  type Envelope,
  type Kind,
  type RetrySchedule,
  type Update,
} from '../../apps/simulator/src/index.ts';
import type { Random } from './random.ts';
import type { App, World } from './world.ts';

/** As Meta repeats what was not acknowledged (the same bytes, at once and then less and less often), in a hurry. */
const schedule: RetrySchedule = { first: 100, factor: 1.5, cap: 1_000, horizon: 90_000 };

const kinds: Kind[] = [
  'text',
  'text',
  'text',
  'image',
  'location',
  'button_reply',
  'reaction',
  'status',
  'status',
];

export interface LoadOptions {
  world: World;
  /** Of the api. */
  url: string;
  random: Random;
  /** Gets a line per attempt, with its answer, before the answer counts. */
  journal: string;
  /** POSTs begun per second; default: as fast as they are acknowledged. */
  rate?: number;
  /** Stops by itself after so many POSTs. */
  posts?: number;
  /** One message per POST, never a repetition. */
  plain?: boolean;
  concurrency?: number;
}

/** Plays Meta until it is told to stop: batches, numbers of two tenants in one POST, and the same again. */
export class Load {
  /** POSTs answered with 200. */
  acknowledged = 0;
  readonly #options: LoadOptions;
  readonly #poster: Poster;
  readonly #lanes: Promise<unknown>;
  #begun = 0;
  #stopped = false;
  #marks: { count: number; pass: () => void }[] = [];
  /** What was said lately, to be said again. */
  readonly #said: { app: App; envelope: Envelope; updates: Update[] }[] = [];

  constructor(options: LoadOptions) {
    this.#options = options;
    const concurrency = options.concurrency ?? 32;
    this.#poster = new Poster({ schedule, maxSockets: concurrency, journalFile: options.journal, keep: 100 });
    this.#lanes = Promise.all(Array.from({ length: concurrency }, () => this.#lane(performance.now())));
  }

  /** Resolves with the acknowledgement that makes it `count`, in the same turn of the event loop. */
  reached(count: number): Promise<void> {
    if (this.acknowledged >= count) return Promise.resolve();
    return new Promise((pass) => this.#marks.push({ count, pass }));
  }

  /** Begins nothing new; resolves once everything that was begun is acknowledged or, after 90 s, given up. */
  async finish(): Promise<void> {
    this.#stopped = true;
    await this.#lanes;
    this.#poster.close();
  }

  async #lane(start: number): Promise<void> {
    const { rate, posts = Infinity, url } = this.#options;
    while (!this.#stopped && this.#begun < posts) {
      const turn = this.#begun++;
      if (rate) await sleep(Math.max(0, start + (turn / rate) * 1_000 - performance.now()));
      if (this.#stopped) return;
      const { app, envelope } = this.#next();
      const target = { url: `${url}/webhooks/meta/${app.id}`, secret: app.secret };
      const { state } = await this.#poster.post(target, envelope);
      if (state === 'acknowledged') this.#count();
    }
  }

  #count(): void {
    this.acknowledged += 1;
    const passed = this.#marks.filter(({ count }) => count <= this.acknowledged);
    if (passed.length === 0) return;
    this.#marks = this.#marks.filter((mark) => !passed.includes(mark));
    for (const { pass } of passed) pass();
  }

  #next(): { app: App; envelope: Envelope } {
    const { random, world, plain } = this.#options;
    const again =
      !plain && this.#said.length > 0 && random.chance(0.08) ? random.pick(this.#said) : undefined;
    // Byte for byte, as Meta repeats; or what was said before, packed together with something new.
    if (again && random.chance(0.5)) return again;
    const app = again?.app ?? random.pick(world.apps);
    const count = plain || random.chance(0.6) ? 1 : random.between(2, 6);
    const updates = Array.from({ length: count }, () => this.#update(app));
    if (again) updates.push(random.pick(again.updates));
    const said = {
      app,
      updates,
      envelope: batch(updates, { itemsPerChange: random.pick([1, 2, Infinity]) }),
    };
    if (this.#said.push(said) > 50) this.#said.shift();
    return said;
  }

  #update(app: App): Update {
    const { random, plain } = this.#options;
    const number = random.pick(app.numbers);
    if (!plain && app.ofTenant && random.chance(0.03)) return buildUpdate('template', number);
    return buildUpdate(plain ? 'text' : random.pick(kinds), number, {
      from: `1202555${random.between(1000, 9999)}`,
    });
  }
}
