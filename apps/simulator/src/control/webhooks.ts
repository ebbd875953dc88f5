import { numberOf, type Apps, type MetaApp } from '../apps.ts';
import {
  onlyKeys,
  optionalChoice,
  optionalFlag,
  optionalNumber,
  optionalText,
  optionalWhole,
} from '../fields.ts';
import { asObject, BadRequest } from '../http.ts';
import type { Envelope, Update } from '../webhooks/envelope.ts';
import { buildUpdate, kindNames, type KindInput } from '../webhooks/kinds.ts';
import type { Poster, PostManyOptions, Target } from '../webhooks/post.ts';
import type { PostRecord } from '../webhooks/post-journal.ts';
import { spacings } from '../webhooks/serialize.ts';
import { statusNames } from '../webhooks/statuses.ts';

type Fields = Record<string, unknown>;

const contentKeys = ['kind', 'from', 'text', 'status', 'messageId', 'errorCode', 'event', 'name', 'language'];
const choiceKeys = ['app', 'phoneNumberId', 'businessId', 'count', 'payload', 'raw'];
const sendingKeys = [
  'batch',
  'itemsPerChange',
  'duplicates',
  'duplicatesComing',
  'shuffle',
  'repack',
  'seed',
  'escape',
  'slashes',
  'spacing',
  'rate',
  'concurrency',
  'retry',
  'wait',
];

export interface PostingAnswer {
  posts: number;
  updates: number;
  acknowledged: number;
  /** By status of the first answer, `error` for none. */
  answers: Record<string, number>;
  /** The first hundred. */
  journal: object[];
}

/** Where an app's webhooks go. */
export function targetOf(app: MetaApp, base: string): Target {
  return { url: app.url ?? `${base.replace(/\/+$/, '')}/${app.id}`, secret: app.secret };
}

/**
 * Does what `POST /control/webhooks` asks: builds updates of a kind (`count` of them, taking turns between
 * the numbers listed in `phoneNumberId`), or takes a `payload` or the `raw` text of a body as it is, and
 * posts. Answers when each POST was answered once; retries go on behind it.
 */
export async function postAsAsked(
  fields: Fields,
  apps: Apps,
  base: string,
  poster: Poster,
): Promise<PostingAnswer> {
  onlyKeys(fields, [...choiceKeys, ...contentKeys, ...sendingKeys]);
  const phoneNumberIds = texts(fields, 'phoneNumberId');
  const app = apps.choose({ app: optionalText(fields, 'app'), phoneNumberId: phoneNumberIds[0] });
  const target = targetOf(app, base);
  const options = sendingOptions(fields);
  const body = readyBody(fields);
  if (body) {
    const started = poster.start(target, body, options);
    return summary([await started.answered], started.record.keys.length);
  }
  const updates = updatesAsked(fields, app, phoneNumberIds);
  const posting = poster.postUpdates(target, updates, { ...options, until: 'answered' });
  if (optionalFlag(fields, 'wait') === false) {
    // The journal tells what becomes of it; it can only fail by the poster being closed.
    posting.catch(() => undefined);
    return summary([], updates.length);
  }
  return summary(await posting, updates.length);
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

function updatesAsked(fields: Fields, app: MetaApp, phoneNumberIds: string[]): Update[] {
  const kind = optionalChoice(fields, 'kind', kindNames) ?? 'text';
  const input: KindInput = {
    from: digits(fields, 'from'),
    text: optionalText(fields, 'text'),
    status: optionalChoice(fields, 'status', statusNames),
    messageId: optionalText(fields, 'messageId'),
    errorCode: optionalWhole(fields, 'errorCode', 0, 999_999_999),
    event: optionalText(fields, 'event'),
    name: optionalText(fields, 'name'),
    language: optionalText(fields, 'language'),
  };
  const count = optionalWhole(fields, 'count', 1, 100_000) ?? 1;
  const businessId = optionalText(fields, 'businessId');
  const ids = phoneNumberIds.length > 0 ? phoneNumberIds : [undefined];
  const numbers = ids.map((phoneNumberId) => numberOf(app, { phoneNumberId, businessId }));
  return Array.from({ length: count }, (_, index) => {
    const number = numbers[index % numbers.length] ?? numberOf(app, {});
    return buildUpdate(kind, number, input);
  });
}

function digits(fields: Fields, key: string): string | undefined {
  const phone = optionalText(fields, key)?.replace(/[\s+()-]/g, '');
  if (phone !== undefined && !/^\d{5,15}$/.test(phone))
    throw new BadRequest(`"${key}" must be a phone number.`);
  return phone;
}

function texts(fields: Fields, key: string): string[] {
  const value = fields[key];
  const list = Array.isArray(value) ? value : value === undefined ? [] : [value];
  return list.map((each) => optionalText({ [key]: each }, key) ?? '').filter((each) => each !== '');
}

function summary(records: PostRecord[], updates: number): PostingAnswer {
  const answers: Record<string, number> = {};
  for (const { attempts } of records) {
    const first = String(attempts[0]?.status ?? 'error');
    answers[first] = (answers[first] ?? 0) + 1;
  }
  return {
    posts: records.length,
    updates,
    acknowledged: records.filter(({ attempts }) => attempts.at(-1)?.status === 200).length,
    answers,
    journal: records.slice(0, 100),
  };
}
