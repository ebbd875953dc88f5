import { SecretError } from './secret-error.ts';

export interface CacheBounds {
  /** Entries, the oldest of which go first. */
  size: number;
  /** For so long an entry is used without asking again, in milliseconds. */
  freshMs: number;
  /** For so long it is used while asking again goes on or finds the key service away. */
  staleMs: number;
}

interface Entry<Value> {
  value: Promise<Value>;
  /** When it came; undefined while it is under way. */
  since?: number;
  /** Not asked again before. */
  askAt: number;
}

const RETRY_MS = 5_000;

/**
 * Look-ups remembered, bounded in number and time. Callers at the same moment share one; failures are not remembered.
 * What is no longer fresh is asked for beside the work, so that a key service which is slow or away stops nobody
 * whose key is here; one that refuses the key does at once.
 */
export class DataKeyCache<Value> {
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #bounds: CacheBounds;
  readonly #now: () => number;

  constructor(bounds: CacheBounds, now: () => number) {
    this.#bounds = bounds;
    this.#now = now;
  }

  get(name: string, make: () => Promise<Value>): Promise<Value> {
    const known = this.#entries.get(name);
    if (!known) return this.#begin(name, make);
    const age = known.since === undefined ? 0 : this.#now() - known.since;
    if (age >= this.#bounds.staleMs) return this.#begin(name, make);
    if (age >= this.#bounds.freshMs && this.#now() >= known.askAt) {
      known.askAt = Number.POSITIVE_INFINITY;
      void this.#renew(name, known, make);
    }
    return known.value;
  }

  forget(name: string): void {
    this.#entries.delete(name);
  }

  #begin(name: string, make: () => Promise<Value>): Promise<Value> {
    const entry: Entry<Value> = { value: make(), askAt: 0 };
    this.#entries.delete(name);
    this.#entries.set(name, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > this.#bounds.size && oldest !== undefined) this.#entries.delete(oldest);
    entry.value.then(
      () => (entry.since = this.#now()),
      () => this.#drop(name, entry),
    );
    return entry.value;
  }

  /** Never fails: whoever needs the entry when it is over asks again himself, and hears why it cannot be had. */
  async #renew(name: string, known: Entry<Value>, make: () => Promise<Value>): Promise<void> {
    try {
      const value = await make();
      if (this.#entries.get(name) !== known) return;
      this.#entries.set(name, { value: Promise.resolve(value), since: this.#now(), askAt: 0 });
    } catch (error) {
      const refused = error instanceof SecretError && error.problem !== 'unavailable';
      if (refused) this.#drop(name, known);
      else known.askAt = this.#now() + RETRY_MS;
    }
  }

  #drop(name: string, entry: Entry<Value>): void {
    if (this.#entries.get(name) === entry) this.#entries.delete(name);
  }
}
