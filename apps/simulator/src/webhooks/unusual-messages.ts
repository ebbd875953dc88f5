import { answering, inboundMessage, type MessageOptions } from './messages.ts';
import type { BusinessNumber, ItemUpdate, JsonObject } from './envelope.ts';
import { numericId, seconds } from './ids.ts';

/** The ad or post that brought a customer. Ads in the status feed carry no click id. */
export function adReferral(
  source: 'ad' | 'post' = 'ad',
  { clickId = 'AffExampleClickId', greeting }: { clickId?: string | null; greeting?: string } = {},
): JsonObject {
  return {
    source_url: 'https://fb.me/example',
    source_id: '120226305854810726',
    source_type: source,
    headline: 'Chat with us',
    body: 'The new collection is here',
    media_type: 'image',
    image_url: 'https://scontent.example/ad.jpg',
    ctwa_clid: clickId ?? undefined,
    welcome_message: greeting === undefined ? undefined : { text: greeting },
  };
}

/** What the API cannot carry, by the name under which Meta tells it; with none it tells no more than that. */
export const unsupportedReasons = ['edit', 'poll', 'button', 'group_invite', 'event', 'view_once'] as const;

const unsupportedErrors: Record<number, [title: string, details: string]> = {
  131051: ['Message type unknown', 'This kind of message cannot be shown.'],
  131060: ['This message is unavailable', 'It came from a linked device that this platform does not serve.'],
};

/** A message that the API cannot carry. `what: null` leaves the reason out, as Meta does for some. */
export function unsupportedMessage(
  number: BusinessNumber,
  options: MessageOptions & { what?: string | null; errorCode?: number } = {},
): ItemUpdate {
  const { what = 'poll', errorCode = 131051 } = options;
  const update = inboundMessage(number, 'unsupported', what === null ? undefined : { type: what }, options);
  const [title, details] = unsupportedErrors[errorCode] ?? ['Message unavailable', `Code ${errorCode}.`];
  const error = { code: errorCode, title, message: title, error_data: { details } };
  return { ...update, item: { ...update.item, errors: [error] } };
}

/** The customer opened the chat for the first time, where the number asks to be told. */
export function welcomeRequest(number: BusinessNumber, options: MessageOptions = {}): ItemUpdate {
  return inboundMessage(number, 'request_welcome', undefined, options);
}

/** Whether the business may call. A permission that is not for good ends. */
export function callPermissionReply(
  number: BusinessNumber,
  options: MessageOptions & { accept?: boolean; permanent?: boolean } = {},
): ItemUpdate {
  const { accept = true, permanent = false, at = new Date() } = options;
  const reply: JsonObject = {
    response: accept ? 'accept' : 'reject',
    is_permanent: accept && permanent ? true : undefined,
    expiration_timestamp: accept && !permanent ? seconds(at) + 7 * 24 * 3600 : undefined,
    response_source: 'user_action',
  };
  const content = { type: 'call_permission_reply', call_permission_reply: reply };
  return inboundMessage(number, 'interactive', content, answering(options));
}

/** A completed address form: it comes like a flow, with a string that holds JSON. */
export function addressReply(number: BusinessNumber, options: MessageOptions = {}): ItemUpdate {
  const values = {
    name: 'Ada Example',
    address: '1 Example Street',
    city: 'Springfield',
    in_pin_code: '400063',
  };
  const response_json = JSON.stringify({ saved_address_id: 'address1', values });
  const nfm_reply = { name: 'address_message', body: '1 Example Street', response_json };
  return inboundMessage(number, 'interactive', { type: 'nfm_reply', nfm_reply }, answering(options));
}

/** A way of paying was chosen (India and Brazil). */
export function paymentReply(number: BusinessNumber, options: MessageOptions = {}): ItemUpdate {
  const payment_method = {
    payment_method: 'offsite_card_pay',
    payment_timestamp: seconds(options.at ?? new Date()),
    reference_id: `order-${numericId(6)}`,
    last_four_digits: '4242',
    credential_id: numericId(7),
  };
  return inboundMessage(
    number,
    'interactive',
    { type: 'payment_method', payment_method },
    answering(options),
  );
}
