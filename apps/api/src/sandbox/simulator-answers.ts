import { AppError } from '@waypost/platform';
import type { Destination } from './destination-mode.ts';
import { readServerTiming, type WebhookTiming } from './server-timing.ts';

/** What came of one POST to Meta's door. */
export interface SentWebhook extends WebhookTiming {
  /** Null when it was refused. */
  webhookId: string | null;
  /** Null without an answer. */
  status: number | null;
  durationMs: number;
  /** When it was posted. */
  at: Date;
}

type Json = Record<string, unknown>;

/** The simulator shares no code with us, so its answers are read like anybody's. */
export function readSent({ ids, sent }: Json): { messageId: string | null; sent: SentWebhook[] } {
  return {
    messageId: Array.isArray(ids) && typeof ids[0] === 'string' ? ids[0] : null,
    sent: Array.isArray(sent) ? sent.map((each) => readPost(objectIn(each))) : [],
  };
}

function readPost({ at, status, durationMs, headers }: Json): SentWebhook {
  const { 'x-waypost-webhook-id': webhookId, 'server-timing': timing } = objectIn(headers);
  return {
    webhookId: typeof webhookId === 'string' ? webhookId : null,
    status: typeof status === 'number' ? status : null,
    durationMs: numberIn(durationMs),
    ...readServerTiming(typeof timing === 'string' ? timing : undefined),
    at: new Date(textIn(at)),
  };
}

export function readVerification({ status, ok }: Json): { status: number | null; ok: boolean } {
  return { status: typeof status === 'number' ? status : null, ok: ok === true };
}

export function readDestination(value: unknown): Destination {
  const { name, mode, counts } = objectIn(value);
  const { received, unsigned, answered } = objectIn(counts);
  const { mode: called, ms, status, retryAfter, probability, first } = objectIn(mode);
  const details = Object.entries({ ms, status, retryAfter, probability, first });
  return {
    name: textIn(name),
    mode: {
      mode: called === 'fast' ? 'ok' : textIn(called),
      ...Object.fromEntries(details.filter(([, detail]) => typeof detail === 'number')),
    },
    counts: {
      received: numberIn(received),
      unsigned: numberIn(unsigned),
      answered: Object.fromEntries(
        Object.entries(objectIn(answered)).map(([how, count]) => [
          how === 'fast' ? 'ok' : how,
          numberIn(count),
        ]),
      ),
    },
  };
}

/** A mail that the hub sent and the simulator caught. */
export interface CaughtMail {
  id: string;
  at: Date;
  from: string;
  to: string[];
  subject: string;
  text: string;
  /** Null where the mail is plain text alone. */
  html: string | null;
}

export function readMails({ data }: Json): CaughtMail[] {
  if (!Array.isArray(data)) throw strange();
  return data.map((value) => {
    const { id, at, from, to, subject, text, html } = objectIn(value);
    return {
      id: textIn(id),
      at: new Date(textIn(at)),
      from: textIn(from),
      to: Array.isArray(to) ? to.map(textIn) : [],
      subject: textIn(subject),
      text: textIn(text),
      html: typeof html === 'string' ? html : null,
    };
  });
}

function objectIn(value: unknown): Json {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw strange();
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  throw strange();
}

function numberIn(value: unknown): number {
  if (typeof value === 'number') return value;
  throw strange();
}

function strange(): AppError {
  return new AppError(
    'unavailable',
    'What listens at the simulator’s address is not the simulator, or another version of it. Start Waypost anew.',
  );
}
