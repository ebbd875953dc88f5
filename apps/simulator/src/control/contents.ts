import { optionalChoice, optionalNumber, optionalText, optionalWhole } from '../fields.ts';
import { BadRequest } from '../http.ts';
import type { Pictures } from '../media/pictures.ts';
import { customerToldBy, identities, type Customer } from '../webhooks/customer.ts';
import type { BusinessNumber } from '../webhooks/envelope.ts';
import type { KindInput } from '../webhooks/kinds.ts';
import { statusEndings, tellings } from '../webhooks/status-story.ts';
import { statusNames } from '../webhooks/statuses.ts';
import { adReferral } from '../webhooks/unusual-messages.ts';

type Fields = Record<string, unknown>;

/** What a request may say of the content of webhooks. */
export const contentKeys = [
  'kind',
  'from',
  'profileName',
  'username',
  'identity',
  'text',
  'status',
  'messageId',
  'id',
  'replyTo',
  'forwarded',
  'referral',
  'product',
  'groupId',
  'errorCode',
  'event',
  'name',
  'language',
  'at',
  'image',
  'latitude',
  'longitude',
  'what',
  'ending',
  'telling',
];

/** Reads it, once per request. The customer depends on whom he writes to, so that is answered by number. */
export function contentOf(fields: Fields, pictures: Pictures): (number: BusinessNumber) => KindInput {
  const image = optionalText(fields, 'image');
  const picture = image === undefined ? undefined : pictures.add(image);
  const referral = optionalChoice(fields, 'referral', ['ad', 'post']);
  const product = optionalText(fields, 'product');
  const input: KindInput = {
    text: optionalText(fields, 'text'),
    status: optionalChoice(fields, 'status', statusNames),
    messageId: optionalText(fields, 'messageId'),
    id: optionalText(fields, 'id'),
    replyTo: optionalText(fields, 'replyTo'),
    forwarded: optionalChoice(fields, 'forwarded', ['once', 'often']),
    referral: referral && adReferral(referral),
    product: product === undefined ? undefined : { catalogId: '194836987003835', retailerId: product },
    groupId: optionalText(fields, 'groupId'),
    errorCode: optionalWhole(fields, 'errorCode', 0, 999_999_999),
    event: optionalText(fields, 'event'),
    name: optionalText(fields, 'name'),
    language: optionalText(fields, 'language'),
    at: instant(fields, 'at'),
    latitude: optionalNumber(fields, 'latitude', -90, 90),
    longitude: optionalNumber(fields, 'longitude', -180, 180),
    // An empty one is a message of which Meta does not say why.
    what: fields.what === '' ? null : optionalText(fields, 'what'),
    ending: optionalChoice(fields, 'ending', statusEndings),
    telling: optionalChoice(fields, 'telling', tellings),
    ...(picture && { mediaId: picture.mediaId, mimeType: picture.mimeType, sha256: picture.sha256 }),
  };
  const customer = customerIn(fields);
  return (number) => ({ ...input, from: customer(number) });
}

function customerIn(fields: Fields): (number: BusinessNumber) => string | Customer | undefined {
  const phone = digits(fields, 'from');
  const name = optionalText(fields, 'profileName');
  const username = optionalText(fields, 'username')?.replace(/^@/, '');
  const identity = optionalChoice(fields, 'identity', identities);
  if (name === undefined && username === undefined && identity === undefined) return () => phone;
  return (number) => customerToldBy(identity ?? 'both', { phone, name, username }, number);
}

function digits(fields: Fields, key: string): string | undefined {
  const phone = optionalText(fields, key)?.replace(/[\s+()-]/g, '');
  if (phone !== undefined && !/^\d{5,15}$/.test(phone))
    throw new BadRequest(`"${key}" must be a phone number.`);
  return phone;
}

function instant(fields: Fields, key: string): Date | undefined {
  const text = optionalText(fields, key);
  if (text === undefined) return undefined;
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw new BadRequest(`"${key}" must be an instant such as 2026-11-01T12:00:00Z.`);
  return at;
}
