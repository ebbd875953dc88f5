import pg from 'pg';
import { ms, say, sayVerdict } from '../report.ts';
import type { Verdict } from '../report.ts';
import { median } from '../stats.ts';
import { startProduct, type RunningProduct } from '../subjects/product.ts';
import { fillDeliveries, type Filled } from './filled-deliveries.ts';
import type { Figure } from './figure.ts';

const ROWS = 1_000_000;
const DAYS = 7;
const REPEATS = 5;

/** How long the dashboard waits for its lists, filters and figures when a tenant has a million deliveries. */
export const lists: Figure = {
  name: 'lists',
  measure: async (bench) => {
    if (!bench.includes('product') && !bench.includes('product-pg')) return [];
    const rows = bench.quick ? ROWS / 10 : ROWS;
    const subject = await startProduct('lists', {
      services: bench.services,
      label: 'lists',
      receiverPort: bench.rig.ports.port,
      tenants: 1,
      worker: false,
      redis: false,
    });
    const client = new pg.Client({ connectionString: subject.databaseUrl });
    await client.connect();
    try {
      say(`lists: one tenant with ${rows.toLocaleString('en')} deliveries over ${DAYS} days, ${REPEATS} calls each, the median`);
      const filled = await fillDeliveries(client, { rows, days: DAYS });
      const call = await caller(subject, filled.tenantId);
      const took = new Map<string, number>();
      for (const [name, path] of Object.entries(calls(filled))) {
        const times: number[] = [];
        for (let nth = 0; nth < REPEATS; nth += 1) times.push(await call(path));
        // Those who look within seconds of each other share an overview: only the first call says what it costs.
        const time = name.startsWith('overview') ? (times[0] ?? 0) : median(times);
        took.set(name, time);
        say(`  ${name.padEnd(44)}${ms(time)}`);
      }
      return verdicts(took);
    } finally {
      await client.end();
      await subject.stop();
    }
  },
};

/** What the pages ask for, by what a person sees. */
function calls({ projectId, phoneNumberId, deliveryId, messageId, middle }: Filled): Record<string, string> {
  const day = encodeURIComponent(new Date(Date.now() - 24 * 3_600_000).toISOString());
  const week = encodeURIComponent(new Date(Date.now() - DAYS * 24 * 3_600_000).toISOString());
  const hour = `since=${encodeURIComponent(middle.toISOString())}&until=${encodeURIComponent(new Date(middle.getTime() + 3_600_000).toISOString())}`;
  return {
    'first page': 'deliveries?limit=50',
    'first page of events': 'events?limit=50',
    'filter: failed': 'deliveries?states=failed',
    'filter: waiting and failed': 'deliveries?states=waiting,failed',
    'filter: cancelled (none there)': 'deliveries?states=cancelled',
    'filter: project': `deliveries?projectId=${projectId}`,
    'filter: number': `deliveries?phoneNumberId=${phoneNumberId}`,
    'filter: a number without any': 'deliveries?phoneNumberId=1',
    'filter: kind': 'deliveries?kind=status:read',
    'filter: a kind without any': 'deliveries?kind=order',
    'filter: answered 503': 'deliveries?status=503',
    'filter: slower than 2 s': 'deliveries?minDurationMs=2000',
    'filter: one hour': `deliveries?${hour}`,
    'filter: failed, project, number, one hour': `deliveries?states=failed&projectId=${projectId}&phoneNumberId=${phoneNumberId}&${hour}`,
    'search: delivery id': `deliveries?q=${deliveryId}`,
    'search: message id': `deliveries?q=${encodeURIComponent(messageId)}`,
    'search: words of an error': 'deliveries?q=upstream',
    'count: waiting and failed': 'deliveries/count?states=waiting,failed',
    'count: slower than 2 s': 'deliveries/count?minDurationMs=2000',
    'count: number': `deliveries/count?phoneNumberId=${phoneNumberId}`,
    'count: all': 'deliveries/count',
    'histogram: 24 h': `deliveries/histogram?since=${day}`,
    'histogram: 7 days': `deliveries/histogram?since=${week}`,
    'events: kind': 'events?kind=text',
    'events: message id': `events?messageId=${encodeURIComponent(messageId)}`,
    'overview: 24 h': 'overview?hours=24',
    'overview: 7 days': 'overview?hours=168',
  };
}

/** Signed in, for the tenant; answers how long a call took. */
export async function caller({ port, admin }: RunningProduct, tenantId: string): Promise<(path: string) => Promise<number>> {
  const base = `http://127.0.0.1:${port}/api/v1`;
  const signIn = await fetch(`${base}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  });
  const { accessToken } = (await signIn.json()) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}`, 'x-tenant-id': tenantId };
  return async (path) => {
    const began = performance.now();
    const answer = await fetch(`${base}/${path}`, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - began;
  };
}

function verdicts(took: Map<string, number>): Verdict[] {
  const slowest = (names: string[]) => names.map((name) => [name, took.get(name) ?? 0] as const).sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  const firsts = slowest([...took.keys()].filter((name) => name.startsWith('first page')));
  const rest = slowest([...took.keys()].filter((name) => !name.startsWith('first page')));
  const found: Verdict[] = [
    { figure: 'lists at 1,000,000 deliveries, first page', value: ms(firsts[1]), target: 'at most 300 ms', met: firsts[1] <= 300 },
    { figure: 'lists at 1,000,000 deliveries, slowest filter, count or chart', value: `${ms(rest[1])} (${rest[0]})`, target: 'at most 1 s', met: rest[1] <= 1_000 },
  ];
  found.forEach(sayVerdict);
  return found;
}
