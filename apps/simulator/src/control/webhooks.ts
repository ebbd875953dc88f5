import { numberOf, type Apps, type MetaApp } from '../apps.ts';
import {
  onlyKeys,
  optionalChoice,
  optionalFlag,
  optionalNumber,
  optionalText,
  optionalWhole,
} from '../fields.ts';
import { asObject } from '../http.ts';
import type { Pictures } from '../media/pictures.ts';
import { isItem, type BusinessNumber, type Envelope, type Update } from '../webhooks/envelope.ts';
import { buildUpdates, kindNames, storyNames } from '../webhooks/kinds.ts';
import type { Poster, PostManyOptions, Target } from '../webhooks/post.ts';
import type { PostRecord } from '../webhooks/post-journal.ts';
import { spacings } from '../webhooks/serialize.ts';
import { contentKeys, contentOf } from './contents.ts';

type Fields = Record<string, unknown>;

const choiceKeys = ['app', 'phoneNumberId', 'phoneNumber', 'businessId', 'count', 'payload', 'raw'];
const sendingKeys = [
  'batch',
  'itemsPerChange',
  'duplicates',
  'duplicatesComing',
  'shuffle',
  'repack',
  'seed',
  'loss',
  'maxBytes',
  'delay',
  'escape',
  'slashes',
  'spacing',
  'rate',
  'concurrency',
  'retry',
  'wait',
];

/** What the hub answered to one POST, the first time it was sent. */
export interface SentPost {
  at: string;
  status: number | null;
  error: string | null;
  durationMs: number;
  /** `x-waypost-webhook-id` and `server-timing`, where the hub tells them. */
  headers: Record<string, string>;
  bytes: number;
  sha256: string;
}

export interface PostingAnswer {
  posts: number;
  updates: number;
  acknowledged: number;
  /** By status of the first answer, `error` for none. */
  answers: Record<string, number>;
  /** Ids of the messages and statuses that were built; the first hundred. */
  ids: string[];
  /** In the order in which they went out; the first hundred. */
  sent: SentPost[];
  /** The first hundred. */
  journal: object[];
}

/** What posting on demand needs of the simulator. */
export interface Posting {
  apps: Apps;
  poster: Poster;
  pictures: Pictures;
  /** Webhook URL without the app's id. */
  target: string;
}

/** Where an app's webhooks go. */
export function addressOf({ id, url }: Pick<MetaApp, 'id' | 'url'>, base: string): string {
  return url ?? `${base.replace(/\/+$/, '')}/${id}`;
}

/**
 * Does what `POST /control/webhooks` asks: builds updates of a kind or a story (`count` of them, taking turns
 * between the numbers listed in `phoneNumberId`), or takes a `payload` or the `raw` text of a body as it is,
 * and posts. Answers when each POST was answered once; retries go on behind it.
 */
export async function postAsAsked(posting: Posting, fields: Fields): Promise<PostingAnswer> {
  const { apps, poster } = posting;
  onlyKeys(fields, [...choiceKeys, ...contentKeys, ...sendingKeys]);
  const phoneNumberIds = texts(fields, 'phoneNumberId');
  const app = apps.choose({ app: optionalText(fields, 'app'), phoneNumberId: phoneNumberIds[0] });
  const target: Target = { url: addressOf(app, posting.target), secret: app.secret };
  const options = sendingOptions(fields);
  const body = readyBody(fields);
  if (body) {
    const started = poster.start(target, body, options);
    return summary([await started.answered], { updates: started.record.keys.length, ids: [] });
  }
  const updates = updatesAsked(fields, { app, phoneNumberIds, pictures: posting.pictures });
  const ids = updates.slice(0, 100).flatMap((update) => idOf(update));
  const under = poster.postUpdates(target, updates, { ...options, until: 'answered' });
  if (optionalFlag(fields, 'wait') === false) {
    // The journal tells what becomes of it; it can only fail by the poster being closed.
    under.catch(() => undefined);
    return summary([], { updates: updates.length, ids });
  }
  return summary(await under, { updates: updates.length, ids });
}

function sendingOptions(fields: Fields): PostManyOptions {
  const repack =
    fields.repack === true ? 1 : fields.repack === false ? 0 : optionalWhole(fields, 'repack', 0, 100);
  return {
    perPost: optionalWhole(fields, 'batch', 1, 1_000),
    itemsPerChange: optionalWhole(fields, 'itemsPerChange', 1, 1_000),
    duplicates: optionalWhole(fields, 'duplicates', 0, 1_000),
    duplicatesComing: optionalChoice(fields, 'duplicatesComing', ['together', 'apart']),
    shuffle: optionalFlag(fields, 'shuffle'),
    repack,
    seed: optionalWhole(fields, 'seed', 0, 2 ** 32 - 1),
    loss: optionalNumber(fields, 'loss', 0, 1),
    maxBytes: optionalWhole(fields, 'maxBytes', 1, 64 * 1024 * 1024),
    delay: optionalNumber(fields, 'delay', 0, 60_000),
    escape: optionalChoice(fields, 'escape', ['unicode', 'none']),
    slashes: optionalFlag(fields, 'slashes'),
    spacing: optionalChoice(fields, 'spacing', spacings),
    rate: optionalNumber(fields, 'rate', 0.01, 100_000),
    concurrency: optionalWhole(fields, 'concurrency', 1, 1_000),
    retry: optionalFlag(fields, 'retry'),
  };
}

function readyBody(fields: Fields): Envelope | Buffer | undefined {
  const raw = optionalText(fields, 'raw');
  if (raw !== undefined) return Buffer.from(raw);
  // Whatever it holds: bodies that are not quite Meta's shape are there to be tried.
  return fields.payload === undefined
    ? undefined
    : (asObject(fields.payload, '"payload"') as unknown as Envelope);
}

function updatesAsked(
  fields: Fields,
  { app, phoneNumberIds, pictures }: { app: MetaApp; phoneNumberIds: string[]; pictures: Pictures },
): Update[] {
  const kind = optionalChoice(fields, 'kind', [...kindNames, ...storyNames]) ?? 'text';
  const count = optionalWhole(fields, 'count', 1, 100_000) ?? 1;
  const phoneNumber = optionalText(fields, 'phoneNumber')?.replace(/\D/g, '');
  const given = { businessId: optionalText(fields, 'businessId'), ...(phoneNumber ? { phoneNumber } : {}) };
  const ids = phoneNumberIds.length > 0 ? phoneNumberIds : [undefined];
  const numbers: BusinessNumber[] = ids.map((phoneNumberId) => numberOf(app, { phoneNumberId, ...given }));
  const content = contentOf(fields, pictures);
  return Array.from({ length: count }, (_, index) => numbers[index % numbers.length])
    .filter((number) => number !== undefined)
    .flatMap((number) => buildUpdates(kind, number, content(number)));
}

function idOf(update: Update): string[] {
  return isItem(update) && typeof update.item.id === 'string' ? [update.item.id] : [];
}

function texts(fields: Fields, key: string): string[] {
  const value = fields[key];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((each) => optionalText({ [key]: each }, key) ?? '').filter((each) => each !== '');
}

function summary(records: PostRecord[], { updates, ids }: { updates: number; ids: string[] }): PostingAnswer {
  const answers: Record<string, number> = {};
  for (const { attempts } of records) {
    const first = String(attempts[0]?.status ?? 'error');
    answers[first] = (answers[first] ?? 0) + 1;
  }
  const told = records.slice(0, 100);
  return {
    posts: records.length,
    updates,
    acknowledged: records.filter(({ attempts }) => attempts.at(-1)?.status === 200).length,
    answers,
    ids,
    sent: told.flatMap(({ attempts, bytes, sha256 }) =>
      attempts.slice(0, 1).map(({ at, status, error, ms, headers }) => ({
        at,
        status,
        error,
        durationMs: ms,
        headers,
        bytes,
        sha256,
      })),
    ),
    journal: told,
  };
}
