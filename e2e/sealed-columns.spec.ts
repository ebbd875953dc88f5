import { SEALED_COLUMNS, type SealedColumn } from '../libs/platform/src/index.ts';
import { createWorld, type World } from './world/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld({}, { worker: false });
});
afterAll(() => world?.stop());

describe('the register of sealed columns', () => {
  /** Columns of bytes that are no sealed secrets, and what they are. */
  const others: Record<string, string> = {
    'webhook_event.body': 'what Meta sent',
    'webhook_quarantine.body': 'what Meta sent',
    'webhook_pending.body': 'what Meta sent',
    'event.body': 'what Meta sent',
    'attempt.response': 'what a project answered',
    'dedupe_key.key': 'a hash',
    'data_key.wrapped': 'a key, wrapped by the root key',
    'retired_data_key.wrapped': 'a key, wrapped by the root key',
    'root_secret.wrapped': 'a key, wrapped by the root key',
    'session.refresh_salt': 'a salt',
    'tenant_logo.bytes': 'a picture that anybody may see',
  };
  /** Hashes are called so. */
  const isHash = (name: string) => /(^|_)(hash|mac|mark|fingerprint)$/.test(name);

  test('has every column of bytes that is not known to be something else, and no column that is not there', async () => {
    const columns: { name: string; column: string }[] = await world.sql(`
      SELECT c.relname || '.' || a.attname AS name, a.attname AS column FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.atttypid = 'bytea'::regtype AND NOT a.attisdropped ORDER BY 1`);
    const register: SealedColumn[] = world.api.get(SEALED_COLUMNS, { strict: false });
    const sealed = register.map(({ table, column }) => `${table}.${column}`);
    const unknown = columns.filter(
      ({ name, column }) => !sealed.includes(name) && !(name in others) && !isHash(column),
    );
    expect(unknown.map(({ name }) => name)).toEqual([]);
    expect(sealed.filter((name) => !columns.some((column) => column.name === name))).toEqual([]);
    expect(new Set(sealed).size).toBe(sealed.length);
  });
});
