import { request } from '@playwright/test';
import { running } from './running.ts';

/** A number as both sides know it. */
export interface Connected {
  businessId: string;
  appId: string;
  appSecret: string;
  verifyToken: string;
  phoneNumberId: string;
  phoneNumber: string;
}

/** One call that a destination has received. */
export interface Received {
  at: string;
  headers: Record<string, string>;
  signatures: { hub: string; standard: string };
  /** What the destination did with it: `fast`, `slow`, `status` … */
  answered: string;
  body: string;
}

interface Answers {
  counts: { received: number; answered: Record<string, number> };
  data: Received[];
}

async function ask<T>(method: 'GET' | 'PUT' | 'POST', path: string, data?: object): Promise<T> {
  const context = await request.newContext({ baseURL: running.simulator, timeout: 60_000 });
  const answer = await context.fetch(`/control/${path}`, { method, data });
  const text = await answer.text();
  await context.dispose();
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${text}`);
  return JSON.parse(text) as T;
}

/** How a destination answers from now on, and the secret that it checks signatures with. */
export const setDestination = (name: string, mode: object) => ask<object>('PUT', `destinations/${name}`, mode);

/** What a destination has received; of more than a thousand calls the last thousand. */
export const receivedBy = (name: string) => ask<Answers>('GET', `destinations/${name}/requests?limit=1000`);

/** Posts webhooks in the name of the number's app, without a page. */
export async function postWebhooks(number: Connected, asked: object = {}): Promise<{ ids: string[]; acknowledged: number }> {
  const { appId, appSecret, verifyToken, phoneNumberId, phoneNumber, businessId } = number;
  await ask('PUT', `apps/${appId}`, { secret: appSecret, verifyToken, phoneNumberId, phoneNumber, businessId });
  return ask('POST', 'webhooks', { app: appId, phoneNumberId, ...asked });
}

interface Mail {
  to: string[];
  subject: string;
  text: string;
}

/** Where the newest mail to somebody leads that has such a link, such as `verify`: path and token, on whatever host. */
export async function linkTo(address: string, door: 'verify' | 'invite' | 'reset' | 'welcome'): Promise<string> {
  const sign = new RegExp(`/app/${door}#token=[\\w-]+`);
  for (let tries = 0; tries < 60; tries += 1) {
    const { data } = await ask<{ data: Mail[] }>('GET', 'mails?limit=200');
    const found = data.findLast(({ to, text }) => to.includes(address) && sign.test(text));
    const [link] = sign.exec(found?.text ?? '') ?? [];
    if (link) return link;
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error(`No mail with a link to ${door} has come to ${address}.`);
}
