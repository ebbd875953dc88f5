import { PeopleService } from '../../libs/accounts/src/index.ts';
import type { Role } from '../../libs/contracts/src/index.ts';
import { Tenancy } from '../../libs/platform/src/index.ts';
import { type Client, ok } from './client.ts';
import type { Tenant, World } from './world.ts';

const password = 'another long enough one';

/** Somebody with this role in a tenant, signed in. */
export async function signInAs(world: World, tenant: Tenant, role: Role): Promise<Client> {
  const email = `${role.toLowerCase()}.${tenant.id}@waypost.test`;
  const people = world.api.get(PeopleService, { strict: false });
  const draft = await people.draft({ email, name: role, password });
  await world.api.get(Tenancy, { strict: false }).system((rows) => people.join(rows, tenant.id, draft, role));
  const { accessToken } = await ok(world.stranger.post('/api/v1/auth/login', { email, password }));
  return world.stranger.as(accessToken);
}
