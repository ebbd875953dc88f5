import * as http from 'node:http';
import * as https from 'node:https';
import { sign } from './serialize.ts';

/** What came of one request. Exactly one of `status` and `error` is set. */
export interface Answer {
  status: number | null;
  /** First 2,000 characters of the answer. */
  body: string;
  /** Why there is no answer, in words. */
  error: string | null;
  ms: number;
  /** What the hub says of a webhook beside its answer, as sent. */
  headers: Record<string, string>;
}

/** Headers of an answer that are kept. */
const toldHeaders = ['x-waypost-webhook-id', 'server-timing'];

const bodyLimit = 2_000;

export function isHttpUrl(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

/** Connections that are kept and used again, for either scheme. */
export class Connections {
  readonly #http: http.Agent;
  readonly #https: https.Agent;

  constructor(maxSockets = 128) {
    this.#http = new http.Agent({ keepAlive: true, maxSockets });
    this.#https = new https.Agent({ keepAlive: true, maxSockets });
  }

  /**
   * One request, redirects not followed. Never rejects: no answer is an answer too. The time begins when
   * the request has a connection, so a queue for connections does not count against the receiver.
   */
  request(
    url: URL,
    {
      method,
      headers,
      body,
      timeoutMs,
    }: { method: string; headers: http.OutgoingHttpHeaders; body?: Buffer; timeoutMs: number },
  ): Promise<Answer> {
    return new Promise((resolve) => {
      let started = performance.now();
      let timer: NodeJS.Timeout | undefined;
      let heard: Record<string, string> = {};
      const finish = (status: number | null, text: string, error: string | null): void => {
        clearTimeout(timer);
        const ms = Math.round((performance.now() - started) * 10) / 10;
        resolve({ status, body: text, error, ms, headers: heard });
      };
      const secure = url.protocol === 'https:';
      const agent = secure ? this.#https : this.#http;
      const request = (secure ? https : http).request(url, { method, headers, agent });
      request.on('socket', () => {
        started = performance.now();
        timer = setTimeout(
          () => request.destroy(new Error(`No answer within ${timeoutMs / 1000} s`)),
          timeoutMs,
        );
      });
      request.on('error', (error) => finish(null, '', inWords(error)));
      request.on('response', (response) => {
        let text = '';
        heard = told(response.headers);
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (text.length < bodyLimit) text = (text + chunk).slice(0, bodyLimit);
        });
        response.on('error', (error) => finish(null, text, inWords(error)));
        response.on('end', () => finish(response.statusCode ?? 0, text, null));
      });
      request.end(body);
    });
  }

  close(): void {
    this.#http.destroy();
    this.#https.destroy();
  }
}

/** Posts the bytes of a webhook, signed the way Meta signs. */
export function postWebhook(
  connections: Connections,
  {
    url,
    secret,
    bytes,
    timeoutMs = 20_000,
  }: { url: string; secret: string; bytes: Buffer; timeoutMs?: number },
): Promise<Answer> {
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    'User-Agent': 'facebookexternalua',
    Accept: '*/*',
    'X-Hub-Signature-256': sign(bytes, secret),
  };
  return connections.request(new URL(url), { method: 'POST', headers, body: bytes, timeoutMs });
}

function told(headers: http.IncomingHttpHeaders): Record<string, string> {
  const kept = toldHeaders.map((name) => [name, headers[name]] as const);
  return Object.fromEntries(kept.filter((each): each is [string, string] => typeof each[1] === 'string'));
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Connection reset',
  ENOTFOUND: 'Host name not found',
  EPIPE: 'Connection closed while sending',
  ETIMEDOUT: 'Connection timed out',
};

function inWords(error: Error & { code?: string }): string {
  return (error.code && reasons[error.code]) || error.message || error.code || 'Unknown network error';
}
