/** What may have changed: whoever shows it reads it again. */
export const signalTopics = ['deliveries', 'events', 'projects', 'bulk', 'setup'] as const;
export type SignalTopic = (typeof signalTopics)[number];

/** Name of the channel in PostgreSQL; triggers on configuration use it too. */
export const SIGNALS = 'waypost_signals';

/** In the place of a tenant: all of them. */
export const EVERYBODY = '*';

/** Topics by tenant. */
export type Signal = Map<string, Set<SignalTopic>>;

/** PostgreSQL takes 8,000 bytes. */
const MAX_PAYLOAD = 7_900;

/** A signal as the text of a notification; one about too many tenants goes to everybody. */
export function encodeSignal(signal: Signal): string {
  const text = JSON.stringify(
    Object.fromEntries([...signal].map(([tenant, topics]) => [tenant, [...topics]])),
  );
  if (Buffer.byteLength(text) <= MAX_PAYLOAD) return text;
  return JSON.stringify({ [EVERYBODY]: [...new Set([...signal.values()].flatMap((topics) => [...topics]))] });
}

/** What a notification says; anybody with the database can send one, so what is no signal says nothing. */
export function decodeSignal(text: string): Signal {
  const signal: Signal = new Map();
  for (const [tenant, topics] of Object.entries(parsed(text))) {
    const known = Array.isArray(topics) ? signalTopics.filter((topic) => topics.includes(topic)) : [];
    if (known.length > 0) signal.set(tenant, new Set(known));
  }
  return signal;
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
