import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Apps, type MetaApp } from './apps.ts';
import { control, type Controlled } from './control/control.ts';
import { actOnForm } from './control/forms.ts';
import { page } from './control/page.ts';
import { Destinations } from './destinations/destinations.ts';
import { BadRequest, readBody, send, sendJson } from './http.ts';
import { Mails, startMailServer, type MailServer } from './mail/mailbox.ts';
import { Pictures } from './media/pictures.ts';
import { serve } from './serving.ts';
import { Poster, type PosterOptions } from './webhooks/post.ts';

export interface SimulatorOptions extends Pick<PosterOptions, 'schedule' | 'timeScale' | 'timeoutMs'> {
  /** 0 takes a free one. */
  port?: number;
  /** Address to listen on. Whoever reaches it can sign and post, so default: 127.0.0.1. */
  host?: string;
  /** Port on which mails of the hub are taken, 0 for a free one. Absent: none are. */
  mailPort?: number;
  /** Webhook URL of the hub, without the app's id. */
  target: string;
  apps?: readonly MetaApp[];
  /** Signing secrets by destination name. */
  secrets?: Record<string, string>;
  /** Folder for `webhooks.jsonl` and `destination-<name>.jsonl`. */
  journalDir?: string;
}

export interface Simulator extends Controlled {
  port: number;
  url: string;
  close(): Promise<void>;
}

/** The whole simulator in this process: destinations, control surface and page on one port. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { journalDir, target, secrets, schedule, timeScale, timeoutMs } = options;
  const journalFile = journalDir === undefined ? undefined : join(journalDir, 'webhooks.jsonl');
  const controlled: Controlled = {
    apps: new Apps(options.apps),
    poster: new Poster({ schedule, timeScale, timeoutMs, journalFile }),
    destinations: new Destinations({ secrets, journalDir }),
    pictures: new Pictures(),
    mails: new Mails(),
    mailPort: null,
    target,
  };
  const serving = await serve(
    (request, response) => answer(controlled, request, response),
    options.port ?? 4010,
    options.host,
  );
  const mail = options.mailPort === undefined ? undefined : await takeMails(options.mailPort);
  controlled.mailPort = mail?.port ?? null;
  // The same object: where it posts to can be told later, as when the hub's port is known only then.
  return Object.assign(controlled, {
    port: serving.port,
    url: serving.url,
    close: async () => {
      controlled.poster.close();
      await Promise.all([serving.close(), mail?.close()]);
      controlled.destinations.close();
    },
  });

  async function takeMails(port: number): Promise<MailServer> {
    try {
      return await startMailServer(controlled.mails, port, options.host);
    } catch (error) {
      await serving.close();
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new BadRequest(`port ${port} for mails is taken. Set SIMULATOR_MAIL_PORT to a free one.`);
    }
  }
}

async function answer(
  controlled: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.url?.startsWith('/destinations/')) return controlled.destinations.handle(request, response);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (url.pathname === '/health') return sendJson(response, 200, { status: 'ok' });
  // A page of another site, open in the same browser, must not make the simulator sign and post.
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new BadRequest('Not from another site.', 403);
  const picture = /^\/control\/media\/(\d+)$/.exec(url.pathname)?.[1];
  if (picture !== undefined && request.method === 'GET') return sendPicture(controlled, picture, response);
  if (url.pathname.startsWith('/control/'))
    return sendJson(response, 200, await control(controlled, request, url));
  if (url.pathname !== '/') throw new BadRequest(`There is nothing at ${url.pathname}.`, 404);
  if (request.method === 'POST') return submit(controlled, request, response);
  send(response, 200, 'text/html; charset=utf-8', page(controlled, url.searchParams.get('notice')));
}

/** A form of the page: acts, then shows the page again, so that a reload does not act once more. */
async function submit(
  controlled: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = Object.fromEntries(new URLSearchParams((await readBody(request, 64 * 1024)).toString()));
  const { notice, part } = await actOnForm(controlled, form);
  response.writeHead(303, {
    Location: `/?notice=${encodeURIComponent(notice)}#${part}`,
    'Content-Length': 0,
  });
  response.end();
}

/** The bytes of a picture that a customer sent; sent as what it said it was and as nothing else. */
function sendPicture({ pictures }: Controlled, mediaId: string, response: ServerResponse): void {
  const { bytes, mimeType } = pictures.get(mediaId);
  response.writeHead(200, {
    'Content-Type': mimeType,
    'Content-Length': bytes.length,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=86400, immutable',
  });
  response.end(bytes);
}
