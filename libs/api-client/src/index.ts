import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type { paths } from './schema.ts';
/** Bodies and answers by their names in the OpenAPI document. */
export type Schemas = components['schemas'];
export type ApiClient = Client<paths>;

/** A client of the hub at an origin; `headers` is asked before each call, and what a call says itself goes before it. */
export function createApiClient(baseUrl: string, headers: () => Record<string, string>): ApiClient {
  const client = createFetchClient<paths>({ baseUrl });
  client.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headers())) if (!request.headers.has(name)) request.headers.set(name, value);
      return request;
    },
  });
  return client;
}
