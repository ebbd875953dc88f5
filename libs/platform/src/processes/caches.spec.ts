import fc from 'fast-check';
import { Caches, CountedCache } from './caches.ts';

describe('CountedCache', () => {
  it('counts what it had and what it had not', () => {
    const cache = new CountedCache<string>('names');
    cache.get('a');
    cache.set('a', 'A');
    expect(cache.get('a')).toBe('A');
    expect(cache.get('b')).toBeUndefined();
    expect(cache.stats()).toEqual({ name: 'names', entries: 1, hits: 1, misses: 2, clears: 0 });
  });

  it('counts values that say no as values', () => {
    const cache = new CountedCache<unknown>('odd');
    const falsy = [null, false, 0, ''];
    falsy.forEach((value, key) => cache.set(String(key), value));
    expect(falsy.map((_, key) => cache.get(String(key)))).toEqual(falsy);
    expect(cache.stats()).toMatchObject({ hits: 4, misses: 0 });
  });

  it('forgets everything when it is cleared, and keeps counting', () => {
    const cache = new CountedCache<string>('names');
    cache.set('a', 'A');
    cache.get('a');
    cache.clear();
    expect(cache.get('a')).toBeUndefined();
    expect(cache.stats()).toEqual({ name: 'names', entries: 0, hits: 1, misses: 1, clears: 1 });
  });

  it('never holds more than it may, and always has what was set last', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 })), (keys) => {
        const cache = new CountedCache<number>('small', 3);
        keys.forEach((key, n) => {
          cache.set(key, n);
          expect(cache.get(key)).toBe(n);
          expect(cache.stats().entries).toBeLessThanOrEqual(3);
        });
      }),
    );
  });
});

describe('Caches', () => {
  it('show and clear all that were added', () => {
    const caches = new Caches();
    const one = caches.add(new CountedCache<string>('one'));
    const two = caches.add(new CountedCache<string>('two'));
    one.set('a', 'A');
    two.set('b', 'B');
    expect(caches.stats().map(({ name, entries }) => [name, entries])).toEqual([
      ['one', 1],
      ['two', 1],
    ]);
    caches.clear();
    expect(caches.stats().map(({ entries, clears }) => [entries, clears])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(one.get('a')).toBeUndefined();
  });
});
