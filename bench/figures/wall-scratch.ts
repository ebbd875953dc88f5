import pg from 'pg';
import { startRecorder, type UnitOfWork } from '../recorder.ts';
import { ms, say, sayVerdict } from '../report.ts';
import type { Verdict } from '../report.ts';
import { percentile } from '../stats.ts';
import { startProduct } from '../subjects/product.ts';
import { target } from '../world.ts';
import type { Bench, Figure } from './figure.ts';
import { fillDeliveries } from './filled-deliveries.ts';
import { caller } from './lists.ts';

const TENANTS = 1;
const ROWS = 100_000;
const DAYS = 7;
const LIMIT = 0.1;
/** May what `waypost_app` may, and is not held by the policies. */
const UNWALLED = 'waypost_bench_unwalled';

/**
 * What row level security costs: the transactions of the product's own calls, written down on their way to
 * PostgreSQL, are made again as `waypost_app` and as a role that no policy holds, by turns. They name their
 * tenant in every statement, so both read the same rows.
 */
export const wall: Figure = {
  name: 'wall',
  measure: async (bench) => {
    if (!bench.includes('product') && !bench.includes('product-pg')) return [];
    const calls = await recordCalls(bench);
    try {
      const runs = bench.quick ? 600 : 3_000;
      say(`wall: one tenant of ${TENANTS} with ${ROWS.toLocaleString('en')} deliveries; ${runs} runs each way, by turns; p95`);
      const costs: [name: string, cost: Cost][] = [];
      for (const [name, units] of calls.units) costs.push([name, await compare(calls, name, units, runs)]);
      const [worst] = costs.toSorted((a, b) => b[1].p95 - a[1].p95);
      if (!worst) throw new Error('no call was recorded');
      const all = costs.map(([name, { p95, median }]) => `${name} ${signed(p95)}, median ${signed(median)}`).join('; ');
      const verdict: Verdict = {
        figure: `row level security at p95, dearest of ${costs.length} busy calls of a tenant`,
        value: `costs ${signed(worst[1].p95)} (${all})`,
        target: 'at most 10 %',
        met: worst[1].p95 <= LIMIT,
      };
      sayVerdict(verdict);
      return [verdict];
    } finally {
      await calls.stop();
    }
  },
};

/** As a share of what it takes without the wall. */
interface Cost {
  p95: number;
  median: number;
}

interface Calls {
  /** What each call does to the tenant's rows. */
  units: Map<string, UnitOfWork[]>;
  walled: pg.Client;
  unwalled: pg.Client;
  stop(): Promise<void>;
}

/** Starts the product behind a recorder, fills its tenants, calls it, and stops it again but for its database. */
async function recordCalls(bench: Bench): Promise<Calls> {
  const databaseUrl = await bench.services.createDatabase('bench_wall');
  const recorder = await startRecorder(databaseUrl);
  const subject = await startProduct('wall', {
    services: {
      ...bench.services,
      createDatabase: async () => recorder.urlFor(databaseUrl),
      // Outlives the product, whose statements are made again in it.
      dropDatabase: async () => undefined,
    },
    label: 'wall',
    receiverPort: bench.rig.ports.port,
    tenants: TENANTS,
    worker: false,
    redis: false,
  });
  const owner = await connectTo(databaseUrl);
  const units = new Map<string, UnitOfWork[]>();
  try {
    const { projectId, tenantId, deliveryId } = await fillTenants(owner, bench.quick);
    const call = await caller(subject, tenantId);
    for (const [name, path] of Object.entries(paths({ projectId, deliveryId }))) {
      recorder.take();
      await call(path);
      const own = recorder.take().filter(([first]) => first?.text.includes(`'app.tenant_id'`));
      if (own.length === 0) throw new Error(`${path} has read nothing of its tenant`);
      units.set(name, own);
    }
    await owner.query(`CREATE ROLE ${UNWALLED} NOLOGIN BYPASSRLS IN ROLE waypost_app`);
  } finally {
    await subject.stop();
    await recorder.stop();
  }
  const variants: Record<string,string> = {
    sub: `(SELECT nullif(current_setting('app.tenant_id', true), '')::uuid)`,
    bare: `current_setting('app.tenant_id')::uuid`,
    fn: `bench_tenant()`,
    };
  await owner.query(`CREATE FUNCTION bench_tenant() RETURNS uuid LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN nullif(current_setting('app.tenant_id', true), '')::uuid; END $$`);
  const clients: Record<string, pg.Client> = {};
  for (const [v, expr] of Object.entries(variants)) {
    await owner.query(`CREATE ROLE bench_${v} NOLOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO bench_${v}; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO bench_${v}`);
    for (const t of ['delivery','event','attempt','project']) await owner.query(`CREATE POLICY t_${v} ON ${t} FOR ALL TO bench_${v} USING (tenant_id = ${expr})`);
    clients[v] = await connectTo(databaseUrl, `bench_${v}`);
  }
  clients.app = await connectTo(databaseUrl, 'waypost_app');
  clients.off = await connectTo(databaseUrl, UNWALLED);
  for (const name of ['deliveries', 'events']) { const unit = units.get(name)![0]!; const main = unit.find(st => /FROM "(delivery|event)"/.test(st.text))!;
   const t: Record<string, number[][]> = {};
   for (let i = 0; i < 150; i += 1) for (const [v, c] of Object.entries(clients)) {
     await c.query('BEGIN'); await c.query(unit[0]!);
     const began = performance.now(); await c.query(main); const whole = performance.now() - began;
     const { rows } = await c.query({ text: 'EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ' + main.text, values: main.values });
     const e = rows[0]['QUERY PLAN'][0]; await c.query('COMMIT');
     (t[v] ??= []).push([whole, e['Planning Time'], e['Execution Time']]);
   }
   for (const [v, all] of Object.entries(t)) say(`${name} ${v}: ` + [0,1,2].map(k => percentile(all.map(x => x[k]!), 0.3).toFixed(3)).join('  '));
  }
  process.exit(0);
  const [walled, unwalled] = await Promise.all([connectTo(databaseUrl, 'waypost_app'), connectTo(databaseUrl, UNWALLED)]);
  return {
    units,
    walled,
    unwalled,
    stop: async () => {
      await owner.query(`DROP ROLE ${UNWALLED}`);
      await Promise.all([owner, walled, unwalled].map((client) => client.end()));
      await bench.services.dropDatabase(databaseUrl);
    },
  };
}

async function connectTo(connectionString: string, role?: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  if (role) await client.query(`SET ROLE ${role}`);
  return client;
}

/** The first tenant is the one that is asked about; the others lie beside it in the same tables. */
async function fillTenants(owner: pg.Client, quick: boolean): ReturnType<typeof fillDeliveries> {
  const filled = [];
  for (let nth = 0; nth < TENANTS; nth += 1) {
    const rows = nth === 0 || !quick ? ROWS : ROWS / 4;
    filled.push(await fillDeliveries(owner, { rows, days: DAYS, phoneNumberId: target(nth).phoneNumberId }));
  }
  const [first] = filled;
  if (!first) throw new Error('there is no tenant to fill');
  return first;
}

const paths = ({ projectId, deliveryId }: { projectId: string; deliveryId: string }): Record<string, string> => ({
  deliveries: 'deliveries?limit=50',
  'failed deliveries': 'deliveries?limit=50&states=failed',
  'one delivery': `deliveries/${deliveryId}`,
  events: 'events?limit=50',
  projects: 'projects',
  mappings: `mappings?projectId=${projectId}`,
  numbers: 'phone-numbers',
});

/** How much longer it takes behind the wall. The two take turns, so the machine's moods are those of both. */
async function compare(
  { walled, unwalled }: Calls,
  name: string,
  units: UnitOfWork[],
  runs: number,
): Promise<Cost> {
  const seen = [(await make(walled, units)).rows, (await make(unwalled, units)).rows];
  if (seen[0] !== seen[1]) throw new Error(`${name}: ${seen.join(' rows behind the wall, without it ')}`);
  await proveWall(walled, unwalled, units);
  const behind: number[] = [];
  const open: number[] = [];
  // The first tenth warms up.
  for (let run = -runs / 10; run < runs; run += 1) {
    const turns = [
      async () => behind.push((await make(walled, units)).tookMs),
      async () => open.push((await make(unwalled, units)).tookMs),
    ];
    for (const turn of run % 2 ? turns.reverse() : turns) await turn();
    if (run < 0) behind.length = open.length = 0;
  }
  const at = (share: number) => percentile(behind, share) / percentile(open, share) - 1;
  const cost = { p95: at(0.95), median: at(0.5) };
  say(
    `  ${name.padEnd(20)} ${ms(percentile(behind, 0.95)).padStart(8)} against ${ms(percentile(open, 0.95)).padStart(8)}   ${signed(cost.p95).padStart(8)}   median ${signed(cost.median)}`,
  );
  return cost;
}

/** The transactions as the product makes them, one after the other. */
async function make(client: pg.Client, units: UnitOfWork[]): Promise<{ tookMs: number; rows: number }> {
  const began = performance.now();
  let rows = 0;
  for (const unit of units) {
    await client.query('START TRANSACTION');
    for (const { text, values } of unit) rows += (await client.query({ text, values })).rowCount ?? 0;
    await client.query('COMMIT');
  }
  return { tookMs: performance.now() - began, rows };
}

/** A comparison says nothing unless the one sees its own tenant alone, and the other all of them. */
async function proveWall(walled: pg.Client, unwalled: pg.Client, units: UnitOfWork[]): Promise<void> {
  const tenantOf = units[0]?.[0];
  if (!tenantOf) throw new Error('nothing was recorded');
  const probe = { text: 'SELECT DISTINCT tenant_id FROM phone_number', values: [] };
  const seen = [(await make(walled, [[tenantOf, probe]])).rows - 1, (await make(unwalled, [[tenantOf, probe]])).rows - 1];
  if (seen[0] !== 1 || seen[1] !== TENANTS) throw new Error(`${seen.join(' and ')} tenants are seen with the wall and without it`);
}

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${(Math.abs(share) * 100).toFixed(1)} %`;
