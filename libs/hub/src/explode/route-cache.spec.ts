import type { EntityManager } from 'typeorm';
import { Caches, type Settings } from '@waypost/platform';
import { RouteCache } from './route-cache.ts';

type Row = Record<string, unknown> & { key: string };

const row = (key: string, id: string): Row => ({
  key,
  id,
  tenantId: 'anna',
  suspended: false,
  metaAppId: 'app',
  routes: [],
});
const route = (projectId: string, priority: number, ...fields: string[]) => ({
  projectId,
  priority,
  fields,
  split: 'batch',
  enabled: true,
});

/** A database that answers look-ups by a column from a table of rows, and notes what it was asked. */
function world() {
  const asked: string[] = [];
  const table: Record<string, Row[]> = { 'n.phone_number_id': [], 'n.phone_number': [], 'b.business_id': [] };
  const rows = {
    query: async (sql: string, [keys]: [string[]]) => {
      const column = Object.keys(table).find((name) => sql.includes(`WHERE ${name} = ANY`));
      if (!column) throw new Error(`unexpected query ${sql}`);
      asked.push(`${column} ${keys.join()}`);
      return table[column]!.filter(({ key }) => keys.includes(key));
    },
  } as unknown as EntityManager;
  const cache = new RouteCache({} as Settings, new Caches());
  const look = (epoch: string, wanted: { numbers?: string[]; digits?: string[]; accounts?: string[] }) =>
    cache.directory(rows, epoch, { numbers: [], digits: [], accounts: [], ...wanted });
  return { table, asked, look };
}

describe('RouteCache', () => {
  it('finds a number by its digits only where they are unambiguous', async () => {
    const { table, look } = world();
    table['n.phone_number'] = [
      row('4915201', 'one'),
      row('4915999', 'two'),
      row('4915999', 'three'),
      row('4915999', 'four'),
    ];
    for (let time = 0; time < 2; time += 1) {
      const directory = await look('1', { digits: ['4915201', '4915999', '4915000'] });
      expect(directory.numberByDigits('4915201')).toMatchObject({ id: 'one' });
      expect(directory.numberByDigits('4915999')).toBeNull();
      expect(directory.numberByDigits('4915000')).toBeNull();
    }
  });

  it('asks once for what is there and for what is not, until the epoch changes', async () => {
    const { table, asked, look } = world();
    table['n.phone_number_id'] = [row('201', 'one')];
    await look('1', { numbers: ['201', '299', '201'] });
    table['n.phone_number_id'] = [row('299', 'late')];
    expect((await look('1', { numbers: ['201', '299'] })).number('299')).toBeNull();
    expect(asked).toEqual(['n.phone_number_id 201,299']);
    const later = await look('2', { numbers: ['201', '299'] });
    expect(later.number('299')).toMatchObject({ id: 'late' });
    expect(later.number('201')).toBeNull();
  });

  it('counts a project of an account once, with the fields and the highest priority of all its numbers', async () => {
    const { table, look } = world();
    const routes = [
      route('p', 3, 'messages'),
      route('q', 1, '*'),
      route('p', 7, 'flows'),
      route('p', 5, 'messages', 'security'),
    ];
    table['b.business_id'] = [{ key: '101', tenantId: 'anna', suspended: false, platformAppIds: [], routes }];
    const found = (await look('1', { accounts: ['101'] })).account('101')?.routes ?? [];
    expect(found.map(({ projectId, priority, fields }) => [projectId, priority, [...fields].sort()])).toEqual(
      [
        ['p', 7, ['flows', 'messages', 'security']],
        ['q', 1, ['*']],
      ],
    );
  });

  it('has no fallback where the operator named no project', async () => {
    expect((await world().look('1', {})).fallback()).toBeNull();
  });
});
