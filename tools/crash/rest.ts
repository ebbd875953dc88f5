export interface Admin {
  email: string;
  password: string;
}

/** The product's REST interface as its first super-admin sees it; `tenantId` names the tenant to act for. */
export class Rest {
  readonly #base: string;
  readonly #admin: Admin;
  #token = '';

  constructor(url: string, admin: Admin) {
    this.#base = `${url}/api/v1`;
    this.#admin = admin;
  }

  async post<T>(path: string, body: object, tenantId?: string): Promise<T> {
    return this.#call<T>('POST', path, tenantId, body);
  }

  async get<T>(path: string, tenantId?: string): Promise<T> {
    return this.#call<T>('GET', path, tenantId);
  }

  async #call<T>(method: string, path: string, tenantId?: string, body?: object): Promise<T> {
    this.#token ||= await this.#signIn();
    return this.#send<T>(method, path, body, {
      authorization: `Bearer ${this.#token}`,
      ...(tenantId ? { 'x-tenant-id': tenantId } : {}),
    });
  }

  /** Access tokens live for minutes, a run takes longer. */
  forgetToken(): void {
    this.#token = '';
  }

  async #signIn(): Promise<string> {
    const { accessToken } = await this.#send<{ accessToken: string }>('POST', '/auth/login', this.#admin);
    return accessToken;
  }

  async #send<T>(
    method: string,
    path: string,
    body: object | undefined,
    headers: Record<string, string> = {},
  ): Promise<T> {
    const response = await fetch(this.#base + path, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }
}
