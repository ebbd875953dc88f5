import type { DeliveryId, EventId, ProjectId, TenantId } from '@waypost/contracts';

/** A delivery that this process holds the lease of, with all that its attempt needs. */
export interface DeliveryJob {
  tenantId: TenantId;
  id: DeliveryId;
  eventId: EventId;
  projectId: ProjectId;
  priority: number;
  body: Buffer;
  /** Attempts made so far. */
  attempts: number;
  /** Place in the retry schedule. */
  step: number;
  /** Grows with every lease; a result counts only while its fence is the row's. */
  fence: number;
  leaseUntil: Date;
  /** The bulk operation that asked for it, if one did. */
  bulkId: string | null;
}

/** What one attempt came to. */
export type AttemptResult =
  | { kind: 'answered'; status: number; retryAfterMs: number | null; response: Buffer; startedAt: Date; durationMs: number }
  | { kind: 'failed'; error: string; startedAt: Date; durationMs: number };
