import { Injectable } from '@nestjs/common';

export interface CacheStats {
  name: string;
  entries: number;
  hits: number;
  misses: number;
  clears: number;
}

interface Cache {
  stats(): CacheStats;
  clear(): void;
}

/** A map that counts. Unbounded by itself: its owner clears it when configuration changes. */
export class CountedCache<Value> implements Cache {
  private readonly values = new Map<string, Value>();
  private hits = 0;
  private misses = 0;
  private clears = 0;
  private readonly name: string;
  private readonly max: number;

  constructor(name: string, max = 100_000) {
    this.name = name;
    this.max = max;
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value === undefined) this.misses += 1;
    else this.hits += 1;
    return value;
  }

  set(key: string, value: Value): void {
    if (this.values.size >= this.max) this.clear();
    this.values.set(key, value);
  }

  clear(): void {
    this.values.clear();
    this.clears += 1;
  }

  stats(): CacheStats {
    return { name: this.name, entries: this.values.size, hits: this.hits, misses: this.misses, clears: this.clears };
  }
}

/** The look-up caches of this process. */
@Injectable()
export class Caches {
  private readonly all: Cache[] = [];

  add<C extends Cache>(cache: C): C {
    this.all.push(cache);
    return cache;
  }

  clear(): void {
    for (const cache of this.all) cache.clear();
  }

  stats(): CacheStats[] {
    return this.all.map((cache) => cache.stats());
  }
}
