import { Api } from './api.ts';
import { running } from './running.ts';
import type { Connected } from './simulator.ts';

/** A tenant of its own for a play, with what is needed to act in it from outside the browser. */
export interface Shop {
  tenantId: string;
  name: string;
  login: { email: string; password: string };
  /** REST as the tenant's administrator. */
  api: Api;
}

let shops = 0;

/** What no other play uses. */
export function digits(count: number): string {
  return String(1 + Math.floor(Math.random() * 9)) + Array.from({ length: count - 1 }, () => Math.floor(Math.random() * 10)).join('');
}

/** Opens a tenant with an administrator, named after the play. */
export async function openShop(name: string, given: Partial<Pick<Shop, 'login'> & { slug: string }> = {}): Promise<Shop> {
  shops += 1;
  const admin = await Api.signedIn(running.admin);
  const slug = given.slug ?? `${name.toLowerCase().replace(/[^a-z]+/g, '-')}-${digits(6)}-${shops}`;
  const login = given.login ?? { email: `${slug}@example.com`, password: 'a password for this shop' };
  const { id } = await admin.post<{ id: string }>('tenants', { name, slug, admin: { ...login, name: 'Ada Finch' } });
  return { tenantId: id, name, login, api: await Api.signedIn(login) };
}

/** An account, an app and a number, as somebody has entered them. */
export async function connectNumber({ api }: Shop, displayName = 'Shop'): Promise<Connected> {
  const [businessId, appId, phoneNumberId] = [digits(15), digits(15), digits(15)];
  const [appSecret, verifyToken, phoneNumber] = [`secret-${appId}`, `token-${appId}`, `1555${digits(7)}`];
  await api.post('business-accounts', { businessId, name: displayName });
  await api.post('apps', { id: appId, businessId, name: displayName, verifyToken, appSecret });
  await api.post('phone-numbers', { phoneNumberId, appId, phoneNumber: `+${phoneNumber}`, displayName });
  return { businessId, appId, appSecret, verifyToken, phoneNumberId, phoneNumber };
}

export interface Made {
  id: string;
  slug: string;
  secret: string;
  /** Its name at the simulator. */
  destination: string;
}

/** A project that the simulator answers for. */
export async function addProject({ api }: Shop, name: string, ...phoneNumberIds: string[]): Promise<Made> {
  const destination = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${digits(6)}`;
  const { id, slug, secret } = await api.post<Omit<Made, 'destination'>>('projects', {
    name,
    endpoint: `${running.simulator}/destinations/${destination}`,
  });
  for (const phoneNumberId of phoneNumberIds) await api.post('mappings', { phoneNumberId, projectId: id, priority: 100 });
  return { id, slug, secret, destination };
}

/** A shop that lacks nothing: a number that is mapped to a project. */
export async function openShopWithProject(name: string, project = 'orders-api'): Promise<{ shop: Shop; number: Connected; project: Made }> {
  const shop = await openShop(name);
  const number = await connectNumber(shop, name);
  return { shop, number, project: await addProject(shop, project, number.phoneNumberId) };
}
