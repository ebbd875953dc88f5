import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.ts';

export type { paths } from './schema.ts';
/** Bodies and answers by their names in the OpenAPI document. */
export type Schemas = components['schemas'];
export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Asked before each call; what a call says itself goes before it. */
  headers: () => Record<string, string>;
  /** Makes the calls, in the place of the platform's own `fetch`. */
  fetch?: (request: Request) => Promise<Response>;
}

/** A client of the hub at an origin. */
export function createApiClient(baseUrl: string, { headers, fetch }: ApiClientOptions): ApiClient {
  const client = createFetchClient<paths>({ baseUrl, fetch });
  client.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headers())) if (!request.headers.has(name)) request.headers.set(name, value);
      return request;
    },
  });
  return client;
}
