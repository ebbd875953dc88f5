import { api, problemOf } from '../../data/client.ts';
import type { Customer } from './use-customers.ts';
import type { Entry, MessageKind, Thread } from './use-thread.ts';

export interface Outgoing {
  kind: MessageKind;
  text?: string;
  image?: string;
  thumb?: string;
  latitude?: number;
  longitude?: number;
  /** How often Meta sends the same webhook. */
  times?: number;
}

interface Ends {
  phoneNumberId: string;
  customer: Customer;
  thread: Thread;
  /** Called when the simulator has posted it. */
  onStored: () => void;
}

/** Sends as the customer; what becomes of it is kept in the thread. */
export function useSend({ phoneNumberId, customer, thread, onStored }: Ends) {
  return ({ thumb, times = 1, ...content }: Outgoing) => {
    const { kind, text, latitude, longitude } = content;
    const entry: Entry = { id: crypto.randomUUID(), at: new Date().toISOString(), kind, text, thumb, latitude, longitude };
    thread.add(entry);
    // Several may be on their way at once, so each has an answer of its own.
    api.POST('/api/v1/sandbox/messages', { body: { phoneNumberId, from: customer.phone, name: customer.name, ...content, times } }).then(
      ({ data, error }) => {
        if (!data) return thread.update(entry.id, { refused: problemOf(error).detail });
        thread.update(entry.id, { sent: data.sent, messageId: data.messageId });
        onStored();
      },
      (error: unknown) => thread.update(entry.id, { refused: problemOf(error).detail }),
    );
  };
}
