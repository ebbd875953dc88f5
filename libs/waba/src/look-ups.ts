import { Caches, CountedCache } from '@waypost/platform';

const MAX_ENTRIES = 20_000;

/**
 * Answers by key from a cache, absence included (an empty list). Misses that come at the same time share one
 * load, and a load that was overtaken by a clearing is used but not kept: it may have read what was before.
 */
export class LookUps<Row> {
  private readonly cache: CountedCache<readonly Row[]>;
  private loading = new Map<string, Promise<readonly Row[]>>();
  private loadingSince = 0;

  constructor(caches: Caches, name: string) {
    this.cache = caches.add(new CountedCache(name, MAX_ENTRIES));
  }

  /** What is known of a key, without a detour: for a path where every microsecond is paid per webhook. */
  peek(key: string): readonly Row[] | undefined {
    return this.cache.get(key);
  }

  /** `load` gets the keys that nobody knows yet and answers with the rows of those that exist. */
  async find(keys: string[], load: (missing: string[]) => Promise<Map<string, Row[]>>): Promise<Row[]> {
    const found: (readonly Row[] | Promise<readonly Row[]>)[] = [];
    const missing: string[] = [];
    const underway = this.underway();
    for (const key of new Set(keys)) {
      const known = this.cache.get(key) ?? underway.get(key);
      if (known) found.push(known);
      else missing.push(key);
    }
    if (missing.length > 0) {
      const loaded = this.load(missing, load);
      for (const key of missing) {
        const rows = loaded.then((all) => all.get(key) ?? []);
        underway.set(key, rows);
        found.push(rows);
      }
    }
    return (await Promise.all(found)).flat();
  }

  private async load(missing: string[], load: (missing: string[]) => Promise<Map<string, Row[]>>) {
    const underway = this.loading;
    try {
      const loaded = await load(missing);
      if (this.underway() === underway) for (const key of missing) this.cache.set(key, loaded.get(key) ?? []);
      return loaded;
    } finally {
      for (const key of missing) underway.delete(key);
    }
  }

  /** The loads of now: those begun before the last clearing are nobody's to share any more. */
  private underway(): Map<string, Promise<readonly Row[]>> {
    const { clears } = this.cache.stats();
    if (clears !== this.loadingSince) {
      this.loadingSince = clears;
      this.loading = new Map();
    }
    return this.loading;
  }
}
