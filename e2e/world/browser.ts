import type { Answer, Client, Json } from './client.ts';

/** A browser with a page of ours: keeps the cookies that it is given, and says where its calls come from. */
export class Browser {
  readonly cookies = new Map<string, { value: string; path: string; maxAge: number }>();

  constructor(private readonly stranger: Client) {}

  async call(
    method: string,
    path: string,
    body?: Json,
    headers: Record<string, string> = {},
  ): Promise<Answer<Json>> {
    const cookie = this.sentTo(path);
    const answer = await this.stranger.call(method, path, body, {
      'sec-fetch-site': 'same-origin',
      ...(cookie && { cookie }),
      ...headers,
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  get(path: string): Promise<Answer<Json>> {
    return this.call('GET', path);
  }
  post(path: string, body: Json = {}): Promise<Answer<Json>> {
    return this.call('POST', path, body);
  }
  delete(path: string): Promise<Answer<Json>> {
    return this.call('DELETE', path);
  }

  /** Another one with the same cookies, as of now. */
  copy(): Browser {
    const other = new Browser(this.stranger);
    for (const [name, kept] of this.cookies) other.cookies.set(name, kept);
    return other;
  }

  private sentTo(path: string): string {
    return [...this.cookies]
      .filter(([, kept]) => path.startsWith(kept.path))
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const maxAge = Number(/max-age=(\d+)/i.exec(line)?.[1] ?? Infinity);
    const path = /path=([^;]+)/i.exec(line)?.[1] ?? '/';
    if (maxAge === 0) this.cookies.delete(name);
    else this.cookies.set(name, { value, path, maxAge });
  }
}
