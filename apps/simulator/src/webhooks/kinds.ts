import {
  accountAlert,
  accountReview,
  accountUpdate,
  capabilityUpdate,
  numberName,
  numberQuality,
  securityUpdate,
  templateCategory,
  templateQuality,
  templateStatus,
} from './account.ts';
import type { BusinessNumber, Update } from './envelope.ts';
import {
  buttonMessage,
  buttonReply,
  contactsMessage,
  echoMessage,
  editedMessage,
  flowReply,
  listReply,
  locationMessage,
  mediaMessage,
  numberChanged,
  orderMessage,
  reactionMessage,
  revokedMessage,
  textMessage,
  unsupportedMessage,
} from './messages.ts';
import { numberError, preferenceUpdate, statusUpdate, type StatusName } from './statuses.ts';

/** What can be said of any kind without knowing its builder; a kind takes what it has a use for. */
export interface KindInput {
  from?: string;
  /** Body, caption or button text. */
  text?: string;
  status?: StatusName;
  /** The message a status, reaction, edit, revocation or answer is about. */
  messageId?: string;
  errorCode?: number;
  /** Event of a template, account, quality or security change. */
  event?: string;
  /** Template name. */
  name?: string;
  language?: string;
  at?: Date;
}

type Builder = (number: BusinessNumber, input: KindInput) => Update;

/** Every kind of webhook that can be asked for by name. */
export const kinds = {
  text: textMessage,
  image: (number, { text, ...input }) => mediaMessage(number, 'image', { ...input, caption: text }),
  video: (number, { text, ...input }) => mediaMessage(number, 'video', { ...input, caption: text }),
  document: (number, { text, ...input }) => mediaMessage(number, 'document', { ...input, caption: text }),
  audio: (number, input) => mediaMessage(number, 'audio', input),
  voice: (number, input) => mediaMessage(number, 'voice', input),
  sticker: (number, input) => mediaMessage(number, 'sticker', input),
  location: locationMessage,
  contacts: contactsMessage,
  reaction: (number, { text, messageId, ...input }) =>
    reactionMessage(number, { ...input, to: messageId, emoji: text }),
  button: (number, { messageId, ...input }) => buttonMessage(number, { ...input, replyTo: messageId }),
  button_reply: (number, { text, messageId, ...input }) =>
    buttonReply(number, { ...input, title: text, replyTo: messageId }),
  list_reply: (number, { text, messageId, ...input }) =>
    listReply(number, { ...input, title: text, replyTo: messageId }),
  flow_reply: (number, { messageId, ...input }) => flowReply(number, { ...input, replyTo: messageId }),
  order: orderMessage,
  number_changed: numberChanged,
  unsupported: unsupportedMessage,
  edit: (number, { messageId, ...input }) => editedMessage(number, { ...input, original: messageId }),
  revoke: (number, { messageId, ...input }) => revokedMessage(number, { ...input, original: messageId }),
  echo: (number, { from, ...input }) => echoMessage(number, { ...input, to: from }),
  status: (number, { from, ...input }) => statusUpdate(number, { ...input, to: from }),
  error: numberError,
  preference: preferenceUpdate,
  template: templateStatus,
  template_quality: templateQuality,
  template_category: templateCategory,
  number_quality: numberQuality,
  number_name: numberName,
  account: accountUpdate,
  account_review: accountReview,
  account_alert: accountAlert,
  capability: capabilityUpdate,
  security: securityUpdate,
} satisfies Record<string, Builder>;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];

/** Builds one update of the kind. */
export function buildUpdate(kind: Kind, number: BusinessNumber, input: KindInput = {}): Update {
  const builder: Builder = kinds[kind];
  return builder(number, input);
}
