import * as account from './account.ts';
import { accountUpdate } from './account-events.ts';
import * as coexistence from './coexistence.ts';
import type { Customer } from './customer.ts';
import type { BusinessNumber, JsonObject, Update } from './envelope.ts';
import * as messages from './messages.ts';
import * as rare from './rare-fields.ts';
import { statusStory, type StatusEnding, type Telling } from './status-story.ts';
import { numberError, preferenceUpdate, statusUpdate, type StatusName } from './statuses.ts';
import * as system from './system-messages.ts';
import * as unusual from './unusual-messages.ts';

/** What can be said of any kind without knowing its builder; a kind takes what it has a use for. */
export interface KindInput {
  from?: string | Customer;
  /** Body, caption or button text. */
  text?: string;
  status?: StatusName;
  /** The message a status, reaction, edit, revocation or answer is about. */
  messageId?: string;
  errorCode?: number;
  /** Event of a template, account, quality or security change. */
  event?: string;
  /** Template name, name of a place or of a person on a card. */
  name?: string;
  language?: string;
  at?: Date;
  /** The message's own id. */
  id?: string;
  replyTo?: string;
  forwarded?: 'once' | 'often';
  referral?: JsonObject;
  product?: { catalogId: string; retailerId: string };
  groupId?: string;
  latitude?: number;
  longitude?: number;
  mediaId?: string;
  mimeType?: string;
  sha256?: string;
  url?: string;
  /** Why a message is not supported; null where Meta does not say. */
  what?: string | null;
  /** How the statuses of a story end and are told. */
  ending?: StatusEnding;
  telling?: Telling;
}

type Builder = (number: BusinessNumber, input: KindInput) => Update;

/** An answer of the customer to a message that `messageId` names. */
const answer = ({ messageId, ...input }: KindInput) => ({ ...input, replyTo: input.replyTo ?? messageId });
const captioned = ({ text, ...input }: KindInput) => ({ ...input, caption: text });
const titled = ({ text, ...input }: KindInput) => ({ ...answer(input), title: text });
/** An edit or a revocation of a message that `messageId` names. */
const changing = ({ messageId, ...input }: KindInput) => ({ ...input, original: messageId });
const addressed = ({ from, ...input }: KindInput) => ({ ...input, to: from });
const phoneOf = (who: KindInput['from']) => (typeof who === 'string' ? who : who?.phone);

/** Every kind of webhook that can be asked for by name. */
export const kinds = {
  text: messages.textMessage,
  image: (number, input) => messages.mediaMessage(number, 'image', captioned(input)),
  video: (number, input) => messages.mediaMessage(number, 'video', captioned(input)),
  document: (number, input) => messages.mediaMessage(number, 'document', captioned(input)),
  audio: (number, input) => messages.mediaMessage(number, 'audio', input),
  voice: (number, input) => messages.mediaMessage(number, 'voice', input),
  sticker: (number, input) => messages.mediaMessage(number, 'sticker', input),
  location: messages.locationMessage,
  contacts: messages.contactsMessage,
  contact_shared: (number, { from, ...input }) =>
    messages.contactsMessage(number, { ...input, from, phone: phoneOf(from), origin: 'contact_request' }),
  reaction: (number, { text, messageId, ...input }) =>
    messages.reactionMessage(number, { ...input, to: messageId, emoji: text }),
  button: (number, input) => messages.buttonMessage(number, answer(input)),
  button_reply: (number, input) => messages.buttonReply(number, titled(input)),
  list_reply: (number, input) => messages.listReply(number, titled(input)),
  flow_reply: (number, input) => messages.flowReply(number, answer(input)),
  address_reply: (number, input) => unusual.addressReply(number, answer(input)),
  payment_reply: (number, input) => unusual.paymentReply(number, answer(input)),
  call_permission: (number, { event, ...input }) =>
    unusual.callPermissionReply(number, { ...answer(input), accept: event !== 'reject' }),
  order: messages.orderMessage,
  welcome: unusual.welcomeRequest,
  number_changed: system.numberChanged,
  identity_changed: system.identityChanged,
  unsupported: unusual.unsupportedMessage,
  ephemeral: (number, input) => messages.inboundMessage(number, 'ephemeral', undefined, input),
  unknown: (number, input) => messages.inboundMessage(number, 'unknown', undefined, input),
  edit: (number, input) => messages.editedMessage(number, changing(input)),
  revoke: (number, input) => messages.revokedMessage(number, changing(input)),
  echo: (number, input) => coexistence.echoMessage(number, addressed(input)),
  echo_edit: (number, input) => coexistence.editedEcho(number, changing(addressed(input))),
  echo_revoke: (number, input) => coexistence.revokedEcho(number, changing(addressed(input))),
  history_media: (number, { from, ...input }) =>
    coexistence.historyMedia(number, { ...input, from: phoneOf(from) }),
  history_declined: coexistence.historyDeclined,
  contact_sync: (number, { from, name, event, at }) =>
    coexistence.contactSync(number, {
      phone: phoneOf(from),
      name,
      action: event === 'remove' ? 'remove' : 'add',
      at,
    }),
  status: (number, input) => statusUpdate(number, addressed(input)),
  error: numberError,
  preference: (number, { event, ...input }) =>
    preferenceUpdate(number, { ...input, value: event === 'resume' || event === 'signup' ? event : 'stop' }),
  call: rare.callUpdate,
  automatic_event: rare.automaticEvent,
  group: rare.groupUpdate,
  template: account.templateStatus,
  template_quality: account.templateQuality,
  template_category: account.templateCategory,
  template_category_coming: account.templateCategoryComing,
  template_components: account.templateComponents,
  number_quality: account.numberQuality,
  number_name: account.numberName,
  account: accountUpdate,
  account_review: account.accountReview,
  account_alert: account.accountAlert,
  capability: account.capabilityUpdate,
  security: account.securityUpdate,
  flow: rare.flowUpdate,
  username: rare.businessUsername,
  partner_solution: rare.partnerSolution,
  payment_configuration: rare.paymentConfiguration,
  new_field: rare.unknownField,
} satisfies Record<string, Builder>;

/** What takes several updates to tell. */
const stories = {
  statuses: (number, input) => statusStory(number, addressed(input)),
  history: (number, { at }) => coexistence.historyChunks(number, { at }),
  contacts_sync: (number, { at }) => coexistence.contactsSync(number, { at }),
} satisfies Record<string, (number: BusinessNumber, input: KindInput) => Update[]>;

export type Kind = keyof typeof kinds;
export type Story = keyof typeof stories;
export const kindNames = Object.keys(kinds) as Kind[];
export const storyNames = Object.keys(stories) as Story[];

/** Builds one update of the kind. */
export function buildUpdate(kind: Kind, number: BusinessNumber, input: KindInput = {}): Update {
  const builder: Builder = kinds[kind];
  return builder(number, input);
}

/** Builds what a kind or a story takes, in the order in which Meta tells it. */
export function buildUpdates(name: Kind | Story, number: BusinessNumber, input: KindInput = {}): Update[] {
  return isStory(name) ? stories[name](number, input) : [buildUpdate(name, number, input)];
}

function isStory(name: Kind | Story): name is Story {
  return name in stories;
}
