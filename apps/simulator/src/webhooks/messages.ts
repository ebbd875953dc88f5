import { randomBytes } from 'node:crypto';
import { customerOf, defaultCustomer, type Customer, type KnownCustomer } from './customer.ts';
import { itemUpdate, type BusinessNumber, type ItemUpdate, type Json, type JsonObject } from './envelope.ts';
import { numericId, seconds, wamid } from './ids.ts';

/** What every inbound message may say beside its content. */
export interface MessageOptions {
  /** The customer, or just the phone (digits). */
  from?: string | Customer;
  at?: Date;
  id?: string;
  /** Id of the message this one answers. */
  replyTo?: string;
  forwarded?: 'once' | 'often';
  /** The ad or post the customer came from. */
  referral?: JsonObject;
  /** The product of the catalogue that the customer asks about. */
  product?: { catalogId: string; retailerId: string };
  /** The group it was written in. */
  groupId?: string;
}

/** Any inbound message: `content` stands under the key named by `type`. */
export function inboundMessage(
  number: BusinessNumber,
  type: string,
  content: Json | undefined,
  options: MessageOptions = {},
): ItemUpdate {
  const customer = customerOf(options.from, number);
  const item = itemFrom(customer, options, {
    context: contextOf(number, options),
    referral: options.referral,
    type,
    [type]: content,
  });
  return itemUpdate(number, { list: 'messages', item, contact: customer.contact });
}

export function itemFrom(customer: KnownCustomer, options: MessageOptions, rest: JsonObject): JsonObject {
  return {
    from: customer.phone,
    from_user_id: customer.userId,
    from_parent_user_id: customer.parentUserId,
    group_id: options.groupId,
    id: options.id ?? wamid(customer.seed),
    timestamp: String(seconds(options.at ?? new Date())),
    ...rest,
  };
}

function contextOf(number: BusinessNumber, options: MessageOptions): JsonObject | undefined {
  if (options.product) {
    const { catalogId, retailerId } = options.product;
    const referred_product = { catalog_id: catalogId, product_retailer_id: retailerId };
    return {
      from: number.phoneNumber,
      id: options.replyTo ?? wamid(number.phoneNumber, 'outbound'),
      referred_product,
    };
  }
  if (options.replyTo) return { from: number.phoneNumber, id: options.replyTo };
  if (options.forwarded === 'once') return { forwarded: true };
  if (options.forwarded === 'often') return { frequently_forwarded: true };
  return undefined;
}

/** A tap on something the business sent always names that message. */
export function answering(options: MessageOptions): MessageOptions {
  const seed = typeof options.from === 'string' ? options.from : (options.from?.phone ?? defaultCustomer);
  return { ...options, replyTo: options.replyTo ?? wamid(seed, 'outbound') };
}

export function textMessage(
  number: BusinessNumber,
  options: MessageOptions & { text?: string } = {},
): ItemUpdate {
  return inboundMessage(number, 'text', { body: options.text ?? 'Hello' }, options);
}

export type MediaKind = 'image' | 'video' | 'audio' | 'voice' | 'document' | 'sticker';

const mimeTypes: Record<MediaKind, string> = {
  image: 'image/jpeg',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  voice: 'audio/ogg; codecs=opus',
  document: 'application/pdf',
  sticker: 'image/webp',
};

export interface MediaOptions extends MessageOptions {
  caption?: string;
  filename?: string;
  mimeType?: string;
  mediaId?: string;
  /** Base64 of the file's SHA-256. */
  sha256?: string;
  url?: string;
}

/** Image, video, audio, voice note, document or sticker. The media's address asks for the token, as Meta's does. */
export function mediaMessage(
  number: BusinessNumber,
  kind: MediaKind,
  options: MediaOptions = {},
): ItemUpdate {
  const id = options.mediaId ?? numericId(16);
  const media: JsonObject = {
    caption: options.caption,
    filename: kind === 'document' ? (options.filename ?? 'receipt.pdf') : undefined,
    mime_type: options.mimeType ?? mimeTypes[kind],
    sha256: options.sha256 ?? randomBytes(32).toString('base64'),
    id,
    url: options.url ?? `https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=${id}&source=webhook`,
  };
  if (kind === 'sticker') media.animated = false;
  if (kind === 'audio' || kind === 'voice') media.voice = kind === 'voice';
  return inboundMessage(number, kind === 'voice' ? 'audio' : kind, media, options);
}

export function imageMessage(number: BusinessNumber, options: MediaOptions = {}): ItemUpdate {
  return mediaMessage(number, 'image', options);
}

export function locationMessage(
  number: BusinessNumber,
  options: MessageOptions & { latitude?: number; longitude?: number; name?: string; address?: string } = {},
): ItemUpdate {
  const { latitude = 48.8583701, longitude = 2.2944813, name, address } = options;
  return inboundMessage(number, 'location', { latitude, longitude, name, address }, options);
}

export function contactsMessage(
  number: BusinessNumber,
  options: MessageOptions & { name?: string; phone?: string; origin?: 'contact_request' | 'other' } = {},
): ItemUpdate {
  const { name = 'Grace Example', phone = '12025550188', origin } = options;
  const [first, ...rest] = name.split(' ');
  const card: JsonObject = {
    name: { formatted_name: name, first_name: first, last_name: rest.join(' ') || undefined },
    phones: [{ phone: `+${phone}`, wa_id: phone, type: 'CELL' }],
  };
  const update = inboundMessage(number, 'contacts', [card], options);
  // The answer to a request for the number says so, beside the cards.
  return origin === undefined ? update : { ...update, item: { ...update.item, origin } };
}

/** An empty emoji takes the reaction back: Meta then leaves the key out. */
export function reactionMessage(
  number: BusinessNumber,
  options: MessageOptions & { to?: string; emoji?: string } = {},
): ItemUpdate {
  const { to = wamid(defaultCustomer, 'outbound'), emoji = '👍' } = options;
  return inboundMessage(
    number,
    'reaction',
    { message_id: to, emoji: emoji === '' ? undefined : emoji },
    options,
  );
}

/** A tap on a quick reply of a template. */
export function buttonMessage(
  number: BusinessNumber,
  options: MessageOptions & { text?: string; payload?: string } = {},
): ItemUpdate {
  const { text = 'Yes', payload = text } = options;
  return inboundMessage(number, 'button', { payload, text }, answering(options));
}

export function buttonReply(
  number: BusinessNumber,
  options: MessageOptions & { buttonId?: string; title?: string } = {},
): ItemUpdate {
  const { buttonId: id = 'yes', title = 'Yes' } = options;
  return inboundMessage(
    number,
    'interactive',
    { type: 'button_reply', button_reply: { id, title } },
    answering(options),
  );
}

export function listReply(
  number: BusinessNumber,
  options: MessageOptions & { rowId?: string; title?: string; description?: string } = {},
): ItemUpdate {
  const { rowId: id = 'express', title = 'Express', description } = options;
  const reply = { type: 'list_reply', list_reply: { id, title, description } };
  return inboundMessage(number, 'interactive', reply, answering(options));
}

/** A completed flow: the answers come as a string that holds JSON. */
export function flowReply(
  number: BusinessNumber,
  options: MessageOptions & { response?: JsonObject } = {},
): ItemUpdate {
  const response_json = JSON.stringify(options.response ?? { flow_token: 'demo', rating: '5' });
  const reply = { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json } };
  return inboundMessage(number, 'interactive', reply, answering(options));
}

export function orderMessage(
  number: BusinessNumber,
  options: MessageOptions & { catalogId?: string; text?: string; items?: JsonObject[] } = {},
): ItemUpdate {
  const product_items = options.items ?? [
    { product_retailer_id: 'sku-1', quantity: 2, item_price: 30, currency: 'USD' },
  ];
  const order = { catalog_id: options.catalogId ?? numericId(), text: options.text, product_items };
  return inboundMessage(number, 'order', order, options);
}

export function editedMessage(
  number: BusinessNumber,
  options: MessageOptions & { original?: string; text?: string } = {},
): ItemUpdate {
  const edit: JsonObject = {
    original_message_id: options.original ?? wamid(defaultCustomer),
    message: { context: { id: 'M0' }, type: 'text', text: { body: options.text ?? 'Hello (edited)' } },
  };
  return inboundMessage(number, 'edit', edit, options);
}

export function revokedMessage(
  number: BusinessNumber,
  options: MessageOptions & { original?: string } = {},
): ItemUpdate {
  const revoke = { original_message_id: options.original ?? wamid(defaultCustomer) };
  return inboundMessage(number, 'revoke', revoke, options);
}
