import type { Schemas } from '@waypost/api-client';
import { useStoredList } from './stored.ts';

export type MessageKind = Schemas['SandboxMessageBody']['kind'];
export type Sent = Schemas['SentWebhookView'];

/** What became of a webhook. The last two are not the end: they go on by themselves. */
export type Ending = 'called' | 'failed' | 'dropped' | 'nobody' | 'quarantined';
export type Progress = Ending | 'open' | 'troubled';

export interface Outcome {
  ending: Ending;
  /** From the arrival to the end of the last call. */
  ms: number | null;
}

/** A message that was sent from here. */
export interface Entry {
  id: string;
  at: string;
  kind: MessageKind;
  text?: string;
  /** A small copy of the picture, as a data URL. */
  thumb?: string;
  latitude?: number;
  longitude?: number;
  /** Until the simulator has posted it, none. */
  sent?: Sent[];
  messageId?: string | null;
  /** Why it could not be posted. */
  refused?: string;
  /** By webhook, once it has ended. */
  outcomes?: Record<string, Outcome>;
}

const MOST = 60;

/** What one customer wrote to one number in this browser tab. */
export function useThread(key: string) {
  const [entries = [], change] = useStoredList<Entry>(sessionStorage, `waypost.sandbox.thread.${key}`);
  return {
    entries,
    add: (entry: Entry) => change((before) => [...before, entry].slice(-MOST)),
    update: (id: string, news: Partial<Entry>) => change((before) => before.map((entry) => (entry.id === id ? { ...entry, ...news } : entry))),
    settle: (id: string, webhookId: string, outcome: Outcome) =>
      change((before) => before.map((entry) => (entry.id === id ? { ...entry, outcomes: { ...entry.outcomes, [webhookId]: outcome } } : entry))),
    clear: () => change(() => []),
  };
}

export type Thread = ReturnType<typeof useThread>;
