import { hash } from 'node:crypto';
import type { TenantId } from '@waypost/contracts';
import type { WebhookItem } from '@waypost/whatsapp';

const HALF = 8;

/** First half of the keys of an item: all that Meta says of it is found by this prefix. */
export function itemPrefix(tenantId: TenantId, itemId: string): Buffer {
  return hash('sha256', `${tenantId}\n${itemId}`, 'buffer').subarray(0, HALF);
}

/** Where the keys of an item stand: from `from` on, before `below`. */
export function itemRange(tenantId: TenantId, itemId: string): { from: Buffer; below: Buffer } {
  const from = itemPrefix(tenantId, itemId);
  return { from, below: Buffer.concat([from, Buffer.alloc(9, 0xff)]) };
}

/**
 * What makes an item the same item when Meta sends it again, in whatever packaging. The tenant is part of it:
 * a number that moved, or items first given to the default project, are new to their new owner.
 */
export function dedupeKey(tenantId: TenantId, item: WebhookItem): Buffer {
  const rest = [item.phoneNumberId ?? item.businessId, item.kind, item.discriminator, item.at].join('\n');
  return Buffer.concat([itemPrefix(tenantId, item.id), hash('sha256', rest, 'buffer').subarray(0, HALF)]);
}
