import { randomUUID } from 'node:crypto';
import { createApi } from '../apps/api/src/create-api.ts';
import { SecretBox } from '../libs/platform/src/index.ts';
import { arrived } from './world/arrivals.ts';
import { type Json, ok } from './world/client.ts';
import { receiveMany, routed } from './world/deliveries.ts';
import { keepLogs } from './world/logs.ts';
import { createWorld, eventually, MINUTE, type Tenant, type World } from './world/world.ts';

const logs = keepLogs('error');
let world: World;
let shop: Tenant;
let neighbour: Tenant;

beforeAll(async () => {
  world = await createWorld(logs.settings);
  shop = await world.tenant('altered-shop');
  neighbour = await world.tenant('altered-neighbour');
});
afterAll(async () => {
  await world?.stop();
  logs.remove();
});

interface Place {
  project: string;
  column: 'secret' | 'headers' | 'previous_secret';
}

/** Puts a stored secret where another one was, as somebody with the database's password could. */
async function move(from: Place, to: Place): Promise<void> {
  await world.sql(
    `UPDATE project SET ${to.column}_sealed = (SELECT ${from.column}_sealed FROM project WHERE id = $1) WHERE id = $2`,
    [from.project, to.project],
  );
}

const audited = async (tenant: Tenant, project: string): Promise<Json[]> =>
  (await ok(tenant.admin.get(`/api/v1/audit?action=secret.altered&targetId=${project}`))).data;

const alertsIn = (project: string) =>
  logs
    .text()
    .split('\n')
    .filter((line) => line.includes('ALERT: a stored secret was altered') && line.includes(project));

/** Reads it as the product does, again and again, and by several processes. */
async function readOften(tenant: Tenant, { project, column }: Place): Promise<string[]> {
  const [row] = await world.sql(`SELECT ${column}_sealed AS sealed FROM project WHERE id = $1`, [project]);
  const other = await createApi({ settings: world.settings, clock: world.clock });
  await other.init();
  const problems: string[] = [];
  for (const api of [world.api, other]) {
    const box = api.get(SecretBox, { strict: false });
    for (let times = 0; times < 5; times++) {
      const place = { tenantId: tenant.id, table: 'project', column, rowId: project };
      problems.push(
        await box.open(place, row.sealed).then(
          () => 'opened',
          (error: Json) => error.problem,
        ),
      );
    }
  }
  await other.close();
  return problems;
}

test.each([
  [
    'another row',
    (one: string, other: string): [Place, Place] => [
      { project: one, column: 'secret' },
      { project: other, column: 'secret' },
    ],
  ],
  [
    'another column',
    (one: string): [Place, Place] => [
      { project: one, column: 'headers' },
      { project: one, column: 'secret' },
    ],
  ],
])('a ciphertext that was moved to %s opens nowhere, and is audited once', async (_, between) => {
  const [one, other] = await Promise.all(
    ['one', 'other'].map((name) =>
      shop.project(`${name}-${randomUUID().slice(0, 8)}`, { headers: { 'X-Key': 'a header' } }),
    ),
  );
  const [from, to] = between(one!.id, other!.id);
  await move(from, to);
  expect(new Set(await readOften(shop, to))).toEqual(new Set(['altered']));
  const entries = await eventually(
    () => audited(shop, to.project),
    (found) => found.length > 0,
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    action: 'secret.altered',
    actor: { kind: 'system', name: 'secrets' },
    target: { type: 'project', id: to.project, name: to.column },
    after: { problem: 'altered' },
  });
  expect(alertsIn(to.project)).toHaveLength(1);
  expect(alertsIn(to.project)[0]).toContain('enter the secret again');
  // Another ciphertext in the same place is news again.
  await move(
    from.column === 'headers' ? { ...from, project: other!.id } : { ...from, column: 'headers' },
    to,
  );
  await readOften(shop, to);
  await eventually(
    () => audited(shop, to.project),
    (found) => found.length === 2,
  );
});

test('a ciphertext of another tenant opens nowhere, and is audited where it was found', async () => {
  const mine = await shop.project('mine');
  const theirs = await neighbour.project('theirs');
  await move({ project: mine.id, column: 'secret' }, { project: theirs.id, column: 'secret' });
  await readOften(neighbour, { project: theirs.id, column: 'secret' });
  await eventually(
    () => audited(neighbour, theirs.id),
    (found) => found.length === 1,
  );
  expect(await audited(shop, theirs.id)).toEqual([]);
  expect(alertsIn(theirs.id)).toHaveLength(1);
});

test('what was damaged is audited as such', async () => {
  const { id } = await shop.project('damaged', { headers: { 'X-Key': 'a header' } });
  await world.sql(`UPDATE project SET headers_sealed = '\\x00'::bytea WHERE id = $1`, [id]);
  await readOften(shop, { project: id, column: 'headers' });
  const [entry] = await eventually(
    () => audited(shop, id),
    (found) => found.length === 1,
  );
  expect(entry.after).toEqual({ problem: 'damaged' });
});

test('nothing is delivered with the secret of another project, and it goes on once the secret is entered again', async () => {
  const first = await routed(shop, 'first');
  const second = await routed(shop, 'second');
  await receiveMany(shop, first.number, 1);
  await arrived(world, first.project, 1);
  await move(
    { project: first.project.id, column: 'secret' },
    { project: second.project.id, column: 'secret' },
  );
  await receiveMany(shop, second.number, 3);
  await eventually(
    () => audited(shop, second.project.id),
    (found) => found.length === 1,
  );
  expect(world.destinations.requests('second')).toEqual([]);

  const path = `/api/v1/projects/${second.project.id}/rotate-secret`;
  const { secret } = await ok(shop.client.post(path, { overlapHours: 0 }));
  world.destinations.setSecret('second', secret);
  // They are taken up when their leases are over.
  world.clock.advance(MINUTE);
  await arrived(world, second.project, 3);
  expect(await audited(shop, second.project.id)).toHaveLength(1);
  expect(alertsIn(second.project.id)).toHaveLength(1);
});

test('the audit holds together afterwards, and what is in order raises no alarm', async () => {
  const { id } = await shop.project('in-order', { headers: { 'X-Key': 'a header' } });
  await readOften(shop, { project: id, column: 'headers' });
  expect(await audited(shop, id)).toEqual([]);
  expect(await ok(shop.admin.get('/api/v1/audit/verify'))).toMatchObject({ complete: true, broken: null });
});
