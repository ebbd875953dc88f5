import { Caches } from '@waypost/platform';
import { LookUps } from './look-ups.ts';

function world() {
  const caches = new Caches();
  const lookUps = new LookUps<string>(caches, 'things');
  const asked: string[][] = [];
  const waiting: (() => void)[] = [];
  const rows = new Map([['a', ['A1', 'A2']]]);
  const load = async (missing: string[]) => {
    asked.push(missing);
    const seen = new Map(rows);
    await new Promise<void>((go) => waiting.push(go));
    return seen;
  };
  const find = (...keys: string[]) => lookUps.find(keys, load);
  const answer = () => waiting.splice(0).forEach((go) => go());
  return { caches, rows, asked, find, answer };
}

describe('LookUps', () => {
  it('asks once for what many want at the same time, and not again', async () => {
    const { find, asked, answer } = world();
    const both = Promise.all([find('a', 'x'), find('a')]);
    answer();
    expect(await both).toEqual([
      ['A1', 'A2'],
      ['A1', 'A2'],
    ]);
    expect(await find('a', 'x')).toEqual(['A1', 'A2']);
    expect(asked).toEqual([['a', 'x']]);
  });

  it('does not keep what was read before a clearing', async () => {
    const { caches, rows, find, asked, answer } = world();
    const before = find('a');
    caches.clear();
    rows.set('a', ['new']);
    const after = find('a');
    answer();
    expect(await before).toEqual(['A1', 'A2']);
    expect(await after).toEqual(['new']);
    expect(await find('a')).toEqual(['new']);
    expect(asked).toEqual([['a'], ['a']]);
  });

  it('asks again after a failed load', async () => {
    const lookUps = new LookUps<string>(new Caches(), 'things');
    await expect(lookUps.find(['a'], () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    expect(await lookUps.find(['a'], async () => new Map([['a', ['A']]]))).toEqual(['A']);
  });
});
