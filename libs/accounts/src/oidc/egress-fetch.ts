import type { Egress } from '@waypost/platform';
import type { CustomFetch } from 'openid-client';

const TIMEOUT_MS = 10_000;
/** Of metadata, keys and tokens; those of real providers have a tenth of it. */
const MOST_BYTES = 512 * 1_024;
const WITHOUT_BODY = new Set([204, 205, 304]);

/** The library's calls by the hub's one way out: where a tenant's provider leads is vetted like any address of theirs. */
export function egressFetch(egress: Egress): CustomFetch {
  return async (url, { method, headers, body, signal }) => {
    const answer = await egress.request({
      method: method === 'POST' ? 'POST' : 'GET',
      url,
      headers,
      body: bodyOf(body),
      timeoutMs: TIMEOUT_MS,
      maxResponseBytes: MOST_BYTES,
      signal: signal ?? undefined,
    });
    const content = WITHOUT_BODY.has(answer.status) ? null : new Uint8Array(answer.body);
    return new Response(content, { status: answer.status, headers: listed(answer.headers) });
  };
}

function bodyOf(body: Parameters<CustomFetch>[1]['body']): string | Buffer | undefined {
  if (body === null || body === undefined) return undefined;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  if (body instanceof Uint8Array) return Buffer.from(body);
  throw new TypeError('The provider was to be sent a body of an unknown kind.');
}

function listed(headers: Readonly<Record<string, string | string[] | undefined>>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one): [string, string] => [
      name,
      one,
    ]),
  );
}
