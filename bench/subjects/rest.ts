import { destinationPath, target } from '../world.ts';

/** A signed-in caller of the product's REST interface. */
type Post = <T>(path: string, body: object, tenantId?: string) => Promise<T>;

export interface Admin {
  email: string;
  password: string;
}

/** Makes `count` tenants through REST, each with account, app, number, project and mapping; answers each project's secret by its path on the receiver. */
export async function setUpTenants(
  base: string,
  admin: Admin,
  receiverPort: number,
  count: number,
): Promise<Record<string, string>> {
  const { accessToken } = await poster(base)<{ accessToken: string }>('/auth/login', admin);
  const post = poster(base, accessToken);
  const secrets: Record<string, string> = {};
  for (let index = 0; index < count; index += 1) {
    secrets[destinationPath(index)] = await setUpTenant(post, index, receiverPort);
  }
  return secrets;
}

async function setUpTenant(post: Post, index: number, receiverPort: number): Promise<string> {
  const { appId, appSecret, businessId, phoneNumberId, phoneNumber, tag } = target(index);
  const { id } = await post<{ id: string }>('/tenants', {
    name: `Bench ${tag}`,
    slug: `bench-${tag.toLowerCase()}`,
  });
  await post('/business-accounts', { businessId, name: `Account ${tag}` }, id);
  await post(
    '/apps',
    { id: appId, businessId, name: `App ${tag}`, verifyToken: `bench-verify-token-${tag}`, appSecret },
    id,
  );
  await post('/phone-numbers', { phoneNumberId, appId, phoneNumber, displayName: `Number ${tag}` }, id);
  const endpoint = `http://127.0.0.1:${receiverPort}${destinationPath(index)}`;
  const project = await post<{ id: string; secret: string }>(
    '/projects',
    { name: `Project ${tag}`, endpoint },
    id,
  );
  await post('/mappings', { phoneNumberId, projectId: project.id }, id);
  return project.secret;
}

function poster(base: string, token?: string): Post {
  return async <T>(path: string, body: object, tenantId?: string): Promise<T> => {
    const response = await fetch(base + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(tenantId ? { 'x-tenant-id': tenantId } : {}),
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };
}
