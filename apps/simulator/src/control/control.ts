import type { IncomingMessage } from 'node:http';
import { parseApp, type Apps, type MetaApp } from '../apps.ts';
import type { Destinations } from '../destinations/destinations.ts';
import { parseMode } from '../destinations/modes.ts';
import { asJson } from '../destinations/received.ts';
import { onlyKeys, optionalText } from '../fields.ts';
import { BadRequest, readObject } from '../http.ts';
import type { Poster } from '../webhooks/post.ts';
import { verifySubscription } from '../webhooks/verify.ts';
import type { Mails } from '../mail/mailbox.ts';
import type { Pictures } from '../media/pictures.ts';
import { addressOf, postAsAsked } from './webhooks.ts';

export interface Controlled {
  apps: Apps;
  pictures: Pictures;
  mails: Mails;
  /** Where the simulator takes mails; null when it takes none. */
  mailPort: number | null;
  poster: Poster;
  destinations: Destinations;
  /** Webhook URL without the app's id. */
  target: string;
}

type Act = (
  controlled: Controlled,
  request: IncomingMessage,
  parameters: { name: string; limit: number },
) => Promise<unknown> | unknown;

/** Every request of the control surface; `:name` is one path segment. */
const routes: [method: string, path: string, act: Act][] = [
  [
    'GET',
    '/control/apps',
    ({ apps, target }) => ({ data: apps.all().map((app) => withoutSecrets(app, target)) }),
  ],
  [
    'PUT',
    '/control/apps/:name',
    async ({ apps, target }, request, { name }) => {
      return withoutSecrets(apps.put(parseApp(await readObject(request), name)), target);
    },
  ],
  [
    'POST',
    '/control/webhooks',
    async (controlled, request) => postAsAsked(controlled, await readObject(request)),
  ],
  [
    'POST',
    '/control/verify',
    async ({ apps, target }, request) => {
      const fields = await readObject(request);
      onlyKeys(fields, ['app', 'verifyToken']);
      const id = optionalText(fields, 'app');
      const token = optionalText(fields, 'verifyToken');
      // With its token at hand an app need not be known: nothing is signed here.
      const app =
        token !== undefined && id !== undefined ? (apps.find(id) ?? { id }) : apps.choose({ app: id });
      return verifySubscription(addressOf(app, target), token ?? apps.choose({ app: id }).verifyToken);
    },
  ],
  [
    'GET',
    '/control/journal',
    ({ poster }, _request, { limit }) => ({
      summary: poster.journal.summary(),
      data: poster.journal.records(limit),
    }),
  ],
  ['POST', '/control/retry', ({ poster }) => (poster.retryNow(), poster.journal.summary())],
  ['GET', '/control/destinations', ({ destinations }) => ({ data: destinations.all() })],
  ['GET', '/control/destinations/:name', ({ destinations }, _request, { name }) => destinations.view(name)],
  [
    'PUT',
    '/control/destinations/:name',
    async ({ destinations }, request, { name }) => {
      const { secret, ...mode } = await readObject(request);
      const parsed = Object.keys(mode).length > 0 ? parseMode(mode) : undefined;
      const key = optionalText({ secret }, 'secret');
      if (parsed) destinations.setMode(name, parsed);
      if (key !== undefined) destinations.setSecret(name, key);
      return destinations.view(name);
    },
  ],
  [
    'GET',
    '/control/destinations/:name/requests',
    ({ destinations }, _request, { name, limit }) => ({
      counts: destinations.view(name).counts,
      data: destinations.requests(name, limit).map((received) => asJson(received)),
    }),
  ],
  [
    'DELETE',
    '/control/destinations/:name/requests',
    ({ destinations }, _request, { name }) => {
      destinations.clear(name);
      return destinations.view(name);
    },
  ],
  [
    'GET',
    '/control/mails',
    ({ mails, mailPort }, _request, { limit }) => ({ port: mailPort, data: mails.all(limit) }),
  ],
  ['DELETE', '/control/mails', ({ mails, mailPort }) => (mails.clear(), { port: mailPort, data: [] })],
];

/** Answers a request under `/control` with an object, or throws a `BadRequest`. */
export async function control(controlled: Controlled, request: IncomingMessage, url: URL): Promise<unknown> {
  const segments = url.pathname.split('/');
  const fits = (path: string): boolean => {
    const parts = path.split('/');
    return (
      parts.length === segments.length && parts.every((part, at) => part === ':name' || part === segments[at])
    );
  };
  const here = routes.filter(([, path]) => fits(path));
  if (here.length === 0) throw new BadRequest(`There is nothing at ${url.pathname}.`, 404);
  const route = here.find(([method]) => method === request.method);
  if (!route)
    throw new BadRequest(`${url.pathname} takes ${here.map(([method]) => method).join(', ')}.`, 405);
  const name = nameIn(segments[3]);
  if (segments[2] === 'destinations' && segments[3] !== undefined && !controlled.destinations.accepts(name)) {
    throw new BadRequest(`"${name}" cannot be the name of a destination.`);
  }
  return route[2](controlled, request, { name, limit: limitIn(url) });
}

function nameIn(segment: string | undefined): string {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    throw new BadRequest('The path is not encoded as a URL should be.');
  }
}

function limitIn(url: URL): number {
  const limit = Number(url.searchParams.get('limit') ?? 100);
  if (!Number.isInteger(limit) || limit < 1 || limit > 10_000) {
    throw new BadRequest('"limit" must be a whole number from 1 to 10000.');
  }
  return limit;
}

function withoutSecrets(app: MetaApp, target: string): object {
  return { id: app.id, url: addressOf(app, target), numbers: app.numbers };
}
