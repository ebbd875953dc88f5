export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted field by field
export type Json = any;

/** Calls the API as somebody: an access token, and the tenant to act for. */
export class Client {
  constructor(
    readonly url: string,
    private readonly token?: string | (() => string | Promise<string>),
    private readonly tenantId?: string,
  ) {}

  as(token: string | (() => string | Promise<string>), tenantId?: string): Client {
    return new Client(this.url, token, tenantId);
  }

  /** The same person, acting for a tenant. */
  forTenant(tenantId: string): Client {
    return new Client(this.url, this.token, tenantId);
  }

  get(path: string): Promise<Answer<Json>> {
    return this.call('GET', path);
  }
  post(path: string, body?: unknown): Promise<Answer<Json>> {
    return this.call('POST', path, body ?? {});
  }
  patch(path: string, body: unknown): Promise<Answer<Json>> {
    return this.call('PATCH', path, body);
  }
  delete(path: string): Promise<Answer<Json>> {
    return this.call('DELETE', path);
  }

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Json>> {
    // Bytes are a picture: nothing else is sent as such.
    const picture = Buffer.isBuffer(body);
    const raw = picture || typeof body === 'string';
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': picture ? 'image/png' : 'application/json' }),
        ...(await this.credentials()),
        ...headers,
      },
      body: body === undefined ? undefined : raw ? (body as string) : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: json && text ? JSON.parse(text) : text };
  }

  /** The status of what may stay open for ever. */
  async look(path: string): Promise<number> {
    const leaving = new AbortController();
    const { status } = await fetch(this.url + path, { headers: await this.credentials(), signal: leaving.signal });
    leaving.abort();
    return status;
  }

  private async credentials(): Promise<Record<string, string>> {
    const token = typeof this.token === 'function' ? await this.token() : this.token;
    return {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(this.tenantId ? { 'x-tenant-id': this.tenantId } : {}),
    };
  }
}

/** The answer's body, when the call went well; else a failure that shows the answer. */
export async function ok(answer: Promise<Answer<Json>>): Promise<Json> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`HTTP ${status}: ${JSON.stringify(body)}`);
  return body;
}
