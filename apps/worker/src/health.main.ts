import { hostname } from 'node:os';
import { loadSettings } from '@waypost/platform';
import pg from 'pg';

/**
 * Ends with 0 when a worker of this machine or container has given a sign of life in the last ten seconds, else
 * with 1 and a sentence. A worker listens on no port; what it does tell is the row that it renews every two seconds.
 */
async function check(): Promise<string | undefined> {
  const client = new pg.Client({
    connectionString: loadSettings().databaseUrl,
    options: '-c role=waypost_system',
    application_name: 'waypost_health',
    connectionTimeoutMillis: 3_000,
    query_timeout: 3_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `SELECT FROM process_heartbeat WHERE kind = 'worker' AND host = $1 AND seen_at > now() - interval '10 seconds'`,
      [hostname()],
    );
    return rowCount ? undefined : `No worker on ${hostname()} was heard of in the last ten seconds.`;
  } finally {
    await client.end();
  }
}

try {
  const trouble = await check();
  if (trouble) throw new Error(trouble);
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
