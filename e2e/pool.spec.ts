import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource, EntityManager } from 'typeorm';
import { Tenancy } from '../libs/platform/src/index.ts';
import { createWorld, type World } from './world/world.ts';

const TENANTS = 20;
const CONNECTIONS = 5;
/** `WALL_UNITS=100000` tries longer. */
const UNITS = Number(process.env.WALL_UNITS ?? 10_000);
const AT_A_TIME = 32;

interface Room {
  tenantId: string;
  projectId: string;
}

let world: World;
let tenancy: Tenancy;
let app: DataSource;
let rooms: Room[];

beforeAll(async () => {
  world = await createWorld({ DATABASE_POOL: String(CONNECTIONS) }, { worker: false });
  tenancy = world.api.get(Tenancy, { strict: false });
  app = world.api.get<DataSource>(getDataSourceToken(), { strict: false });
  rooms = [];
  for (let at = 0; at < TENANTS; at += 1) {
    const tenant = await world.tenant(`room-${at}`);
    rooms.push({ tenantId: tenant.id, projectId: (await tenant.project('only')).id });
  }
});
afterAll(() => world?.stop());

class Aborted extends Error {}

const projects = (rows: EntityManager): Promise<{ tenant_id: string; id: string }[]> =>
  rows.query('SELECT tenant_id, id FROM project');

/** Units of work as they come, some of which end badly; each answers what it saw. */
const units: ((mine: Room, other: Room) => Promise<{ tenant_id: string; id: string }[]>)[] = [
  (mine) => tenancy.run(mine, projects),
  (mine) => tenancy.run(mine, projects),
  // Everything of the tenant is shown, then the unit is rolled back.
  async (mine) => {
    let seen: { tenant_id: string; id: string }[] = [];
    await expect(
      tenancy.run(mine, async (rows) => {
        seen = await projects(rows);
        throw new Aborted();
      }),
    ).rejects.toThrow(Aborted);
    return seen;
  },
  // The database ends the transaction itself.
  async (mine) => {
    let seen: { tenant_id: string; id: string }[] = [];
    await expect(
      tenancy.run(mine, async (rows) => {
        seen = await projects(rows);
        await rows.query('SELECT 1 / 0');
      }),
    ).rejects.toThrow(/division by zero/);
    return seen;
  },
  // Somebody else's row cannot be changed, nor moved across, and the own one can.
  (mine, other) =>
    tenancy.run(mine, async (rows) => {
      const [, changed] = (await rows.query(`UPDATE project SET description = 'x' WHERE id = $1`, [other.projectId])) as [unknown, number];
      expect(changed).toBe(0);
      return projects(rows);
    }),
];

test(`${UNITS.toLocaleString('en')} units of ${TENANTS} tenants on ${CONNECTIONS} connections, two in five of them aborted, see no row of another`, async () => {
  let next = 0;
  let outside = 0;
  const work = async () => {
    for (let turn = next++; turn < UNITS; turn = next++) {
      const mine = rooms[turn % TENANTS]!;
      const other = rooms[(turn + 1 + (turn % (TENANTS - 1))) % TENANTS]!;
      const unit = units[(turn * 3 + Math.floor(turn / TENANTS)) % units.length]!;
      const seen = await unit(mine, other);
      if (seen.length !== 1 || seen[0]?.tenant_id !== mine.tenantId || seen[0].id !== mine.projectId) {
        throw new Error(`unit ${turn} of ${mine.tenantId} saw ${JSON.stringify(seen)}`);
      }
      // A connection between two units belongs to nobody, and shows nothing.
      if (turn % 50 === 0) outside += ((await app.query('SELECT id FROM project')) as unknown[]).length;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  expect(outside).toBe(0);
}, 240_000);
