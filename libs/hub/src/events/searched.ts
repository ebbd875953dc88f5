import type { TenantId } from '@waypost/contracts';
import { itemRange } from '../explode/dedupe-key.ts';

/** A condition on deliveries `d`, with its parameters. */
type Condition = [sql: string, parameters: Record<string, unknown>];

/** Fewer digits are part of an error, such as a status. */
const FEWEST_DIGITS = 5;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const PHONE = /^[+()\-.\s\d]+$/;

/**
 * What a text that somebody types means, by its shape alone, so that it means the same however often it is asked: an
 * id of ours, Meta's id of a message, (part of) a number of the tenant, or part of an error. Needs the tenant to be
 * set in the unit of work, since items are looked up behind the wall.
 */
export function searched(tenantId: TenantId, text: string): Condition {
  const wanted = text.trim();
  if (UUID.test(wanted)) return ['(d.id = :wanted OR d.event_id = :wanted)', { wanted }];
  if (/^wamid\./i.test(wanted)) return ofMessage(tenantId, wanted);
  const digits = wanted.replace(/\D/g, '');
  if (PHONE.test(wanted) && digits.length >= FEWEST_DIGITS) {
    return [
      // Beside the OR the numbers are hashed once; as an array they would be gone through for every row.
      `(d.meta_phone_number_id = :digits OR d.meta_phone_number_id IN (SELECT n.phone_number_id FROM phone_number n
         WHERE n.tenant_id = :owner AND n.phone_number LIKE :part))`,
      { owner: tenantId, part: `%${digits}%`, digits },
    ];
  }
  const part = `%${wanted.replace(/[\\%_]/g, '\\$&')}%`;
  return ['(d.last_error IS NOT NULL AND d.last_error ILIKE :part)', { part }];
}

function ofMessage(tenantId: TenantId, messageId: string): Condition {
  // Test messages are made here and are no items of Meta's; they say themselves which event they are.
  const [, eventId] = /^wamid\.TEST\.(.+)$/.exec(messageId) ?? [];
  if (eventId !== undefined && UUID.test(eventId))
    return ['d.event_id = :eventOfTest', { eventOfTest: eventId }];
  const { from, below } = itemRange(tenantId, messageId);
  return ['d.event_id = ANY (ARRAY(SELECT find_events_by_item(:from, :below)))', { from, below }];
}
