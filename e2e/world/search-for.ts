import { Redis } from 'ioredis';
import pg from 'pg';
import type { World } from './world.ts';

/** A secret as it may stand somewhere: as it is, as bytes in hex, as base64 wherever in a text it began. */
export function formsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.from('x'.repeat(offset) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    // The characters at both ends hold bits of what stands beside the secret.
    return text.slice(offset === 0 ? 0 : offset + 1, -2);
  });
  const urlSafe = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const hex = Buffer.from(secret).toString('hex');
  return [...new Set([secret, encodeURIComponent(secret), hex, hex.toUpperCase(), ...base64, ...urlSafe])];
}

/** Where in the database, schema of the queue included, any of the texts stands: every row of every table, as text. */
export async function tablesWith(world: World, texts: string[]): Promise<string[]> {
  const owner = new pg.Client({ connectionString: world.settings.databaseUrl });
  await owner.connect();
  try {
    const { rows: tables } = await owner.query(`
      SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`);
    // The owner sees rows behind the wall only as this role; what is not its own it sees as itself.
    const found: string[] = [];
    for (const { name } of tables) {
      for (const role of ['waypost_system', 'NONE']) {
        await owner.query(`SET ROLE ${role}`);
        const readable = await owner.query(
          `SELECT has_schema_privilege(split_part($1, '.', 1), 'USAGE') AND has_table_privilege($1, 'SELECT') AS ok`,
          [name],
        );
        if (!readable.rows[0].ok) continue;
        // A row as text shows bytes in hex.
        const { rows } = await owner.query(
          `SELECT w FROM unnest($1::text[]) AS w WHERE EXISTS (SELECT FROM ${name} AS t WHERE position(w IN t::text) > 0)`,
          [texts],
        );
        found.push(...rows.map(({ w }) => `${name}: ${w}`));
      }
    }
    return [...new Set(found)];
  } finally {
    await owner.end();
  }
}

/** Every key of the queue in Redis whose dump, or whose name, has any of the texts; and how many keys there are. */
export async function keysWith(prefix: string, texts: string[]): Promise<{ keys: number; found: string[] }> {
  const redis = new Redis(process.env.WAYPOST_TEST_REDIS_URL!);
  const reads: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    list: (key) => redis.lrange(key, 0, -1),
    set: (key) => redis.smembers(key),
    zset: (key) => redis.zrange(key, 0, -1, 'WITHSCORES'),
    stream: (key) => redis.xrange(key, '-', '+'),
  };
  const found: string[] = [];
  let keys = 0;
  try {
    let cursor = '0';
    do {
      const [next, some] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 1_000);
      cursor = next;
      for (const key of some) {
        keys += 1;
        // Long values are compressed in a dump, so the value is read as well.
        const dump = (await redis.dumpBuffer(key))?.toString('latin1') ?? '';
        const value = JSON.stringify(await reads[await redis.type(key)]?.(key)) ?? '';
        for (const text of texts)
          if ([key, dump, value].some((content) => content.includes(text))) found.push(`${key}: ${text}`);
      }
    } while (cursor !== '0');
    return { keys, found };
  } finally {
    redis.disconnect();
  }
}
