/**
 * Every queue, in the order in which data flows. A job is a wake-up call: the row decides what is owed,
 * so losing a job costs time and never work.
 */
export interface Jobs {
  /** Raw webhooks wait to be split. */
  explode: Record<string, never>;
  /** Deliveries are due: now, or when the delay of the job has passed. */
  deliver: Record<string, never>;
  /** A bulk operation (retry or replay by filter) waits for somebody to carry it on. */
  bulk: Record<string, never>;
  /** Mails, or calls that tell of trouble, are owed. */
  mail: Record<string, never>;
}

export type QueueName = keyof Jobs;

export const queueNames = ['explode', 'deliver', 'bulk', 'mail'] as const satisfies readonly QueueName[];
