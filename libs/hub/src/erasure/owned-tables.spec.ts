import fc from 'fast-check';
import { childrenFirst } from './owned-tables.ts';

const table = (name: string, ...children: string[]) => ({ name, children });
const names = (tables: { name: string }[]) => tables.map(({ name }) => name);

describe('childrenFirst', () => {
  it('puts what points before what is pointed to, people late and keys last', () => {
    const tables = [
      table('data_key'),
      table('membership'),
      table('phone_number', 'mapping'),
      table('project', 'mapping', 'delivery'),
      table('delivery'),
      table('mapping'),
    ];
    expect(names(childrenFirst(tables))).toEqual([
      'delivery',
      'mapping',
      'phone_number',
      'project',
      'membership',
      'data_key',
    ]);
  });

  it('knows every table once, also those that point to each other in a circle', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.subarray(['a', 'b', 'c', 'd', 'e'])), (wanted, links) => {
        const tables = wanted.map((name) => table(name, ...(links.next().value ?? [])));
        expect(names(childrenFirst(tables)).sort()).toEqual([...wanted].sort());
      }),
    );
  });
});
