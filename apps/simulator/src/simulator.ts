import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Apps, type MetaApp } from './apps.ts';
import { control, type Controlled } from './control/control.ts';
import { page } from './control/page.ts';
import { postAsAsked } from './control/webhooks.ts';
import { Destinations } from './destinations/destinations.ts';
import { BadRequest, readBody, send, sendJson } from './http.ts';
import { serve } from './serving.ts';
import { Poster, type PosterOptions } from './webhooks/post.ts';

export interface SimulatorOptions extends Pick<PosterOptions, 'schedule' | 'timeScale' | 'timeoutMs'> {
  /** 0 takes a free one. */
  port?: number;
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

/** The whole simulator in this process: destinations, control surface and page on one port of 127.0.0.1. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { journalDir, target, secrets, schedule, timeScale, timeoutMs } = options;
  const journalFile = journalDir === undefined ? undefined : join(journalDir, 'webhooks.jsonl');
  const controlled: Controlled = {
    apps: new Apps(options.apps),
    poster: new Poster({ schedule, timeScale, timeoutMs, journalFile }),
    destinations: new Destinations({ secrets, journalDir }),
    target,
  };
  const serving = await serve(
    (request, response) => answer(controlled, request, response),
    options.port ?? 4010,
  );
  return {
    ...controlled,
    port: serving.port,
    url: serving.url,
    close: async () => {
      controlled.poster.close();
      await serving.close();
      controlled.destinations.close();
    },
  };
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
  if (url.pathname.startsWith('/control/'))
    return sendJson(response, 200, await control(controlled, request, url));
  if (url.pathname !== '/') throw new BadRequest(`There is nothing at ${url.pathname}.`, 404);
  if (request.method === 'POST') return submit(controlled, request, response);
  send(response, 200, 'text/html; charset=utf-8', page(controlled, url.searchParams.get('notice')));
}

/** The page's form: posts, then shows the page again, so that a reload does not post once more. */
async function submit(
  controlled: Controlled,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { apps, target, poster } = controlled;
  const form = Object.fromEntries(new URLSearchParams((await readBody(request, 64 * 1024)).toString()));
  const notice = await postAsAsked(form, apps, target, poster).then(
    ({ answers }) => `Posted. The hub answered: ${Object.keys(answers).join(', ')}.`,
    (error: unknown) => {
      if (error instanceof BadRequest) return `Not posted. ${error.message}`;
      throw error;
    },
  );
  response.writeHead(303, { Location: `/?notice=${encodeURIComponent(notice)}`, 'Content-Length': 0 });
  response.end();
}
