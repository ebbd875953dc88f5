import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { running } from './running.ts';

/** REST, from outside the browser. Everything that is not a success throws with what was said. */
export class Api {
  private readonly context: APIRequestContext;

  constructor(context: APIRequestContext) {
    this.context = context;
  }

  async get<T>(path: string): Promise<T> {
    return this.read<T>(await this.context.get(`/api/v1/${path}`), path);
  }

  async post<T>(path: string, data: object = {}): Promise<T> {
    return this.read<T>(await this.context.post(`/api/v1/${path}`, { data }), path);
  }

  async put<T>(path: string, data: object): Promise<T> {
    return this.read<T>(await this.context.put(`/api/v1/${path}`, { data }), path);
  }

  async patch<T>(path: string, data: object): Promise<T> {
    return this.read<T>(await this.context.patch(`/api/v1/${path}`, { data }), path);
  }

  private async read<T>(answer: APIResponse, path: string): Promise<T> {
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** With the access token of a sign-in. */
  static async signedIn(login: { email: string; password: string }): Promise<Api> {
    const open = await request.newContext({ baseURL: running.url });
    const { accessToken } = await new Api(open).post<{ accessToken: string }>('auth/login', login);
    await open.dispose();
    return new Api(
      await request.newContext({ baseURL: running.url, extraHTTPHeaders: { authorization: `Bearer ${accessToken}` } }),
    );
  }
}
