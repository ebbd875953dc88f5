import { customerOf, type Customer } from './customer.ts';
import { itemUpdate, type BusinessNumber, type ItemUpdate, type Json, type JsonObject } from './envelope.ts';
import { numericId, seconds, wamid } from './ids.ts';

/** What the business app on the phone tells while the same number is on the API (coexistence). */
interface EchoOptions {
  to?: string | Customer;
  at?: Date;
  id?: string;
}

/** What the business sent from its phone, of any type; it is never an inbound message. */
export function echoOf(
  number: BusinessNumber,
  type: string,
  content: Json,
  options: EchoOptions = {},
): ItemUpdate {
  const customer = customerOf(options.to, number);
  const item: JsonObject = {
    from: number.phoneNumber,
    to: customer.phone,
    to_user_id: customer.userId,
    id: options.id ?? wamid(customer.seed, 'outbound'),
    timestamp: String(seconds(options.at ?? new Date())),
    type,
    [type]: content,
  };
  const { contact } = customer;
  return itemUpdate(number, { field: 'smb_message_echoes', list: 'message_echoes', item, contact });
}

export function echoMessage(
  number: BusinessNumber,
  options: EchoOptions & { text?: string } = {},
): ItemUpdate {
  return echoOf(number, 'text', { body: options.text ?? 'Sent from the phone' }, options);
}

/** A message that the business changed on its phone afterwards. */
export function editedEcho(
  number: BusinessNumber,
  options: EchoOptions & { original?: string; text?: string } = {},
): ItemUpdate {
  const { original = wamid(number.phoneNumber, 'outbound'), text = 'Sent from the phone (edited)' } = options;
  const message = { type: 'text', text: { body: text } };
  return echoOf(number, 'edit', { original_message_id: original, message }, options);
}

export function revokedEcho(
  number: BusinessNumber,
  options: EchoOptions & { original?: string } = {},
): ItemUpdate {
  const { original = wamid(number.phoneNumber, 'outbound') } = options;
  return echoOf(number, 'revoke', { original_message_id: original }, options);
}

export interface HistoryOptions {
  /** Customers that were written with. */
  threads?: number;
  /** Messages per customer, spread over 180 days. */
  messages?: number;
  /** Threads told in one chunk. */
  perChunk?: number;
  at?: Date;
}

const day = 24 * 3_600_000;
/** Newest first, as Meta tells them: the last day, 90 days, 180 days. */
const phases: [from: number, to: number][] = [
  [0, 1],
  [1, 90],
  [90, 180],
];
const states = ['READ', 'DELIVERED', 'SENT', 'PLAYED', 'PENDING', 'ERROR'];

/** The past of a number that was just connected, in chunks of three phases; chunks may come in any order. */
export function historyChunks(number: BusinessNumber, options: HistoryOptions = {}): ItemUpdate[] {
  const { threads = 3, messages = 6, perChunk = 2, at = new Date() } = options;
  const customers = Array.from({ length: threads }, (_, index) => `1202555${String(1000 + index)}`);
  const groups = Array.from({ length: Math.ceil(threads / perChunk) }, (_, group) =>
    customers.slice(group * perChunk, (group + 1) * perChunk),
  );
  const chunks = phases.flatMap((span, phase) => groups.map((group) => ({ span, phase, group })));
  return chunks.map(({ span, phase, group }, index) => {
    const metadata = {
      phase,
      chunk_order: (index % groups.length) + 1,
      progress: Math.round(((index + 1) / chunks.length) * 100),
    };
    const told = group.map((customer) => ({
      id: customer,
      messages: pastMessages(number, customer, { span, count: Math.ceil(messages / phases.length), at }),
    }));
    return itemUpdate(number, { field: 'history', list: 'history', item: { metadata, threads: told } });
  });
}

/** Every third is of a medium, which stands there as a placeholder and comes by itself later. */
function pastMessages(
  number: BusinessNumber,
  customer: string,
  { span: [from, to], count, at }: { span: [number, number]; count: number; at: Date },
): JsonObject[] {
  return Array.from({ length: count }, (_, index) => {
    const sent = index % 2 === 0;
    const age = from + ((to - from) * (count - index)) / (count + 1);
    const content: JsonObject =
      index % 3 === 2
        ? { type: 'media_placeholder' }
        : { type: 'text', text: { body: `Earlier ${index + 1}` } };
    return {
      from: sent ? number.phoneNumber : customer,
      to: sent ? customer : undefined,
      id: wamid(customer, sent ? 'outbound' : 'inbound'),
      timestamp: String(seconds(new Date(at.getTime() - age * day))),
      ...content,
      history_context: { status: states[index % states.length] },
    };
  });
}

/** The medium behind a placeholder of the last 14 days, told by the same field in a list of messages. */
export function historyMedia(
  number: BusinessNumber,
  options: { from?: string; id?: string; text?: string; at?: Date } = {},
): ItemUpdate {
  const customer = customerOf(options.from, number);
  const image = { caption: options.text, mime_type: 'image/jpeg', sha256: numericId(40), id: numericId(16) };
  const item: JsonObject = {
    from: customer.phone,
    id: options.id ?? wamid(customer.seed),
    timestamp: String(seconds(options.at ?? new Date())),
    type: 'image',
    image,
  };
  return itemUpdate(number, { field: 'history', list: 'messages', item });
}

/** The business did not want its past to be shared. */
export function historyDeclined(number: BusinessNumber): ItemUpdate {
  const title = 'History sharing is turned off by the business';
  const error = { code: 2593109, title, message: title, error_data: { details: `${title} in its app.` } };
  return itemUpdate(number, { field: 'history', list: 'history', item: { errors: [error] } });
}

/** The address book of the phone: an entry that was added (or changed, which is told alike) or removed. */
export function contactSync(
  number: BusinessNumber,
  options: { phone?: string; name?: string | null; action?: 'add' | 'remove'; at?: Date } = {},
): ItemUpdate {
  const { phone = '12025550143', name = 'Ada Example', action = 'add', at = new Date() } = options;
  const item: JsonObject = {
    type: 'contact',
    contact: {
      full_name: name ?? undefined,
      first_name: name?.split(' ')[0],
      phone_number: phone,
    },
    action,
    metadata: { timestamp: String(seconds(at)) },
  };
  return itemUpdate(number, { field: 'smb_app_state_sync', list: 'state_sync', item });
}

/** A whole address book at once. */
export function contactsSync(
  number: BusinessNumber,
  { count = 5, at }: { count?: number; at?: Date } = {},
): ItemUpdate[] {
  return Array.from({ length: count }, (_, index) =>
    contactSync(number, { phone: `1202555${String(1000 + index)}`, name: `Contact ${index + 1}`, at }),
  );
}
