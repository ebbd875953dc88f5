import { numericId } from '../apps/simulator/src/index.ts';
import { type Client, type Json, ok } from './world/client.ts';
import { createWorld, type Tenant, type World } from './world/world.ts';

const TENANTS = 5;
const WAVES = [1, 2, 3, 4];
const REQUESTS_PER_WAVE = 500;
const AT_A_TIME = 40;

interface Room {
  tenant: Tenant;
  client: Client;
  /** Stands in every name of the tenant and nowhere else. */
  mark: string;
  projectId: string;
  mappingId: string;
  phoneNumberId: string;
}

let world: World;
let rooms: Room[];

beforeAll(async () => {
  // Every connection is used by every tenant in turn.
  world = await createWorld({ DATABASE_POOL: '2' }, { worker: false });
  rooms = [];
  for (let at = 0; at < TENANTS; at += 1) {
    const mark = `mark-of-${'abcde'[at]}`;
    const tenant = await world.tenant(mark);
    const number = await tenant.number();
    const project = await tenant.project(`${mark}-project`);
    const { id } = await tenant.map(number, project, { priority: at });
    rooms.push({
      tenant,
      client: tenant.admin,
      mark,
      projectId: project.id,
      mappingId: id,
      phoneNumberId: number.phoneNumberId,
    });
  }
});
afterAll(() => world?.stop());

/** What a tenant does, and what must come of it; half of it ends in a transaction that is rolled back. */
type Deed = (mine: Room, other: Room) => Promise<{ status: number; body: Json; expected: number }>;
const expecting = async (expected: number, answer: ReturnType<Client['get']>) => {
  const { status, body } = await answer;
  return { status, body, expected };
};
const deeds: Deed[] = [
  ({ client }) => expecting(200, client.get('/api/v1/business-accounts')),
  ({ client }) => expecting(200, client.get('/api/v1/apps')),
  ({ client }) => expecting(200, client.get('/api/v1/phone-numbers')),
  ({ client }) => expecting(200, client.get('/api/v1/projects')),
  ({ client }) => expecting(200, client.get('/api/v1/mappings')),
  ({ client, phoneNumberId }) =>
    expecting(200, client.get(`/api/v1/phone-numbers/${phoneNumberId}/projects`)),
  ({ client, projectId, mark }) =>
    expecting(
      200,
      client.patch(`/api/v1/projects/${projectId}`, { description: `${mark} at ${numericId()}` }),
    ),
  // The account, the app and the number of somebody else: a unique index says no.
  ({ client }, other) =>
    expecting(
      409,
      client.post('/api/v1/business-accounts', { businessId: other.tenant.businessId, name: 'x' }),
    ),
  ({ client, tenant }, other) =>
    expecting(
      409,
      client.post('/api/v1/apps', {
        id: other.tenant.app.id,
        businessId: tenant.businessId,
        name: 'x',
        verifyToken: 'x',
      }),
    ),
  ({ client, tenant }, other) =>
    expecting(
      409,
      client.post('/api/v1/phone-numbers', {
        phoneNumberId: other.phoneNumberId,
        appId: tenant.app.id,
        phoneNumber: '15550109999',
        displayName: 'x',
      }),
    ),
  // A foreign key says no, a mapping that is there already, a text that cannot be stored.
  ({ client, tenant }) => expecting(409, client.delete(`/api/v1/business-accounts/${tenant.businessId}`)),
  ({ client, phoneNumberId, projectId }) =>
    expecting(409, client.post('/api/v1/mappings', { phoneNumberId, projectId })),
  ({ client, tenant }) =>
    expecting(422, client.patch(`/api/v1/business-accounts/${tenant.businessId}`, { name: 'a\u0000b' })),
  // What belongs to somebody else is not there.
  ({ client }, other) => expecting(404, client.get(`/api/v1/projects/${other.projectId}`)),
  ({ client }, other) => expecting(404, client.delete(`/api/v1/mappings/${other.mappingId}`)),
  ({ client }, other) => expecting(404, client.forTenant(other.tenant.id).get('/api/v1/projects')),
];

// In four waves only so that each test is a short one.
test.each(WAVES)(
  '500 requests of five tenants over two connections, half of them rolled back, show no row of another (wave %i)',
  async (wave) => {
    let next = (wave - 1) * REQUESTS_PER_WAVE;
    const lanes = Array.from({ length: AT_A_TIME }, async () => {
      for (let turn = next++; turn < wave * REQUESTS_PER_WAVE; turn = next++) {
        const mine = rooms[turn % TENANTS]!;
        const other = rooms[(turn + 1 + (turn % (TENANTS - 1))) % TENANTS]!;
        const deed = deeds[(turn * 7) % deeds.length]!;
        const { status, body, expected } = await deed(mine, other);
        expect([turn, deed.toString(), status]).toEqual([turn, deed.toString(), expected]);
        const text = JSON.stringify(body);
        for (const { mark } of rooms)
          if (mark !== mine.mark) expect([turn, text.includes(mark), text]).toEqual([turn, false, text]);
        // A connection that has lost its tenant would show nothing at all.
        if (Array.isArray(body.data)) expect([turn, body.data.length]).toEqual([turn, 1]);
      }
    });
    await Promise.all(lanes);
  },
);

test('and after all of it everybody still has what they had', async () => {
  for (const { client, mark, projectId, mappingId } of rooms) {
    expect(await ok(client.get(`/api/v1/projects/${projectId}`))).toMatchObject({
      name: `${mark}-project`,
      mappings: 1,
    });
    expect((await client.get(`/api/v1/mappings/${mappingId}`)).status).toBe(200);
  }
});
