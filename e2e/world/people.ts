import { randomBytes } from 'node:crypto';
import { PeopleService } from '../../libs/accounts/src/index.ts';
import type { Role } from '../../libs/contracts/src/index.ts';
import { Tenancy } from '../../libs/platform/src/index.ts';
import { type Client, ok } from './client.ts';
import type { Tenant, World } from './world.ts';

export interface Login {
  email: string;
  password: string;
}

const password = 'another long enough one';

/** Somebody with this role in a tenant, signed in. */
export async function signInAs(world: World, tenant: Tenant, role: Role): Promise<Client> {
  const login = await newMember(world, tenant, role, `${role.toLowerCase()}.${tenant.id}@waypost.test`);
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', login));
  return world.stranger.as(accessToken);
}

/** Somebody new with this role in a tenant. */
export async function newMember(
  world: World,
  tenant: Tenant,
  role: Role,
  email = `${randomBytes(6).toString('hex')}@waypost.test`,
): Promise<Login> {
  const people = world.api.get(PeopleService, { strict: false });
  const draft = await people.draft({ email, name: role, password });
  await world.api.get(Tenancy, { strict: false }).system((rows) => people.join(rows, tenant.id, draft, role));
  return { email, password };
}

/** Another super-admin. */
export async function newSuperAdmin(world: World): Promise<Login> {
  const login = { email: `${randomBytes(6).toString('hex')}@waypost.test`, password };
  await world.api.get(PeopleService, { strict: false }).createSuperAdmin({ ...login, name: 'Root' });
  return login;
}
