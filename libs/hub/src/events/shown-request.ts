import { hash } from 'node:crypto';
import { bodyOfItem } from '@waypost/whatsapp';
import type { Delivery } from './event.entity.ts';

/** The request of a delivery as people may see it: no signature and no header of the project's own. */
export interface ShownRequest {
  url: string;
  headers: { name: string; value: string }[];
  body: string;
  bytes: number;
  sha256: string;
  /** Whether these are the bytes that Meta sent. */
  unchanged: boolean;
}

export const HIDDEN = '••••';

interface Sent {
  delivery: Pick<Delivery, 'id' | 'eventId' | 'item' | 'attempts' | 'lastTriedAt'>;
  project: { endpoint: string; headerNames: string[] };
  /** Of the whole event. */
  body: Buffer;
  /** Whether that is the body that Meta sent. */
  asReceived: boolean;
}

/** As the last attempt was made, or as the first one will be; to where the project is today. */
export function shownRequest({ delivery, project, body, asReceived }: Sent): ShownRequest {
  const { id, eventId, item, attempts, lastTriedAt } = delivery;
  const sent = item === null ? body : bodyOfItem(body, item);
  const at = lastTriedAt ? String(Math.floor(lastTriedAt.getTime() / 1000)) : '<seconds since 1970>';
  const own: Record<string, string> = {
    'content-type': 'application/json',
    'user-agent': 'Waypost',
    'x-hub-signature-256': "sha256=<HMAC of the body with the project's secret>",
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': "v1,<HMAC of id, timestamp and body with the project's secret>",
    'x-waypost-event-id': eventId,
    'x-waypost-attempt': String(Math.max(1, attempts)),
  };
  const custom = project.headerNames.filter((name) => !(name.toLowerCase() in own));
  return {
    url: project.endpoint,
    headers: [
      ...Object.entries(own).map(([name, value]) => ({ name, value })),
      ...custom.map((name) => ({ name, value: HIDDEN })),
    ],
    body: sent.toString('utf8'),
    bytes: sent.length,
    sha256: hash('sha256', sent, 'hex'),
    unchanged: asReceived && item === null,
  };
}
