import pg from 'pg';
import { groupCommit } from './group-commit.ts';
import { openQueue } from './queue.ts';
import { serveWebhooks } from './server.ts';
import { databaseUrl } from './settings.ts';

/** The bare pipeline, first half: webhooks kept by group commit, one wake-up per batch that nobody waits for. */
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 2 });
const wakeUps = openQueue<object>('wake');
let waking = false;
let wakeAgain = false;

const keep = groupCommit<string>(async (payloads) => {
  await pool.query({
    name: 'keep',
    text: `insert into raw (payload) select * from unnest($1::text[])`,
    values: [payloads],
  });
  void wake();
});

/** At most one wake-up is on its way; what is committed meanwhile asks for one more. */
async function wake(): Promise<void> {
  if (waking) {
    wakeAgain = true;
    return;
  }
  waking = true;
  try {
    await wakeUps.add({});
  } finally {
    waking = false;
  }
  if (wakeAgain) {
    wakeAgain = false;
    await wake();
  }
}

await serveWebhooks(async (body) => {
  const text = body.toString();
  JSON.parse(text);
  await keep(text);
});
process.send?.('ready');
