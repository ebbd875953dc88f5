import type { EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID, type TenantId, type WebhookId } from '@waypost/contracts';
import { itemsOf, parseWebhook, type WebhookItem } from '@waypost/whatsapp';

/** Meta's ids of what was the tenant's. */
export interface Subjects {
  numbers: string[];
  accounts: string[];
}

/** What Meta reports on that belongs, or in kept events belonged, to the tenant and now to nobody else. */
export async function subjectsOf(rows: EntityManager, tenantId: TenantId): Promise<Subjects> {
  const [found]: Subjects[] = await rows.query(
    `SELECT
       array(SELECT phone_number_id FROM phone_number WHERE tenant_id = $1
         UNION SELECT meta_phone_number_id FROM event WHERE tenant_id = $1 AND meta_phone_number_id IS NOT NULL
         EXCEPT SELECT phone_number_id FROM phone_number WHERE tenant_id <> $1) AS numbers,
       array(SELECT business_id FROM business_account WHERE tenant_id = $1
         UNION SELECT business_id FROM event WHERE tenant_id = $1
         EXCEPT SELECT business_id FROM business_account WHERE tenant_id <> $1) AS accounts`,
    [tenantId],
  );
  return found ?? { numbers: [], accounts: [] };
}

export interface RawPart {
  /** The last webhook that was looked at; null when there was none left. */
  last: WebhookId | null;
  erased: number;
}

/**
 * Looks at the next received webhooks behind `after` and erases those that hold nothing but the tenant's: all that
 * came by its own apps, and by the platform's those whose items are all its own.
 */
export async function eraseRawWebhooks(
  rows: EntityManager,
  tenantId: TenantId,
  { subjects, after, limit }: { subjects: Subjects; after: WebhookId | null; limit: number },
): Promise<RawPart> {
  const part: { id: WebhookId; appTenantId: TenantId }[] = await rows.query(
    `SELECT id, app_tenant_id AS "appTenantId" FROM webhook_event WHERE $1::uuid IS NULL OR id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
  const own = part.filter(({ appTenantId }) => appTenantId === tenantId).map(({ id }) => id);
  const shared = part.filter(({ appTenantId }) => appTenantId === PLATFORM_TENANT_ID).map(({ id }) => id);
  const ids = [...own, ...(await onlyTheirs(rows, shared, subjects))];
  if (ids.length > 0) {
    // First what is owed for them: somebody who splits one at this moment holds its row.
    await rows.query('DELETE FROM webhook_pending WHERE id = ANY($1)', [ids]);
    await rows.query('DELETE FROM webhook_quarantine WHERE webhook_id = ANY($1)', [ids]);
    await rows.query('DELETE FROM webhook_unclaimed WHERE webhook_id = ANY($1)', [ids]);
    await rows.query('DELETE FROM webhook_event WHERE id = ANY($1)', [ids]);
  }
  return { last: part.at(-1)?.id ?? null, erased: ids.length };
}

async function onlyTheirs(
  rows: EntityManager,
  shared: WebhookId[],
  subjects: Subjects,
): Promise<WebhookId[]> {
  const words = [...subjects.numbers, ...subjects.accounts];
  if (shared.length === 0 || words.length === 0) return [];
  const mentioning: { id: WebhookId; body: Buffer }[] = await rows.query(
    `SELECT id, body FROM webhook_event w WHERE id = ANY($1)
       AND EXISTS (SELECT FROM unnest($2::text[]) AS word WHERE position(convert_to(word, 'UTF8') IN w.body) > 0)`,
    [shared, words],
  );
  return mentioning.filter(({ body }) => holdsOnly(body, subjects)).map(({ id }) => id);
}

/** Whether every item of a webhook is about one of the subjects. What cannot be read goes by its age. */
export function holdsOnly(body: Buffer, { numbers, accounts }: Subjects): boolean {
  const parsed = parseWebhook(body);
  if (!('payload' in parsed)) return false;
  const theirs = ({ phoneNumberId, businessId }: WebhookItem) =>
    phoneNumberId === null ? accounts.includes(businessId) : numbers.includes(phoneNumberId);
  const items = itemsOf(parsed.payload);
  return items.length > 0 && items.every(theirs);
}
