import type { EventId, ProjectId, TenantId, WebhookId } from '@waypost/contracts';
import { newId } from '@waypost/platform';
import { itemsOf, parseWebhook, rebuildBody, type WebhookItem, type WebhookPayload } from '@waypost/whatsapp';
import type { Directory, Route } from './directory.ts';
import { dedupeKey } from './dedupe-key.ts';
import { ownerOf, type SigningApp } from './ownership.ts';

export interface RawWebhook {
  id: WebhookId;
  app: SigningApp;
  body: Buffer;
}

export interface ParsedRawWebhook extends RawWebhook {
  payload: WebhookPayload;
  items: WebhookItem[];
}

/** Items of one POST that share owner and destinations: they stay together on the way. */
export interface Group {
  eventId: EventId;
  tenantId: TenantId;
  suspended: boolean;
  numberId: string | null;
  routes: Route[];
  items: { item: WebhookItem; key: Buffer }[];
}

export interface Quarantined {
  webhookId: WebhookId;
  reason: 'not_json' | 'not_meta' | 'foreign' | 'failed';
  detail: string;
}

export interface Unclaimed {
  webhookId: WebhookId;
  subject: string;
  kind: 'number' | 'account';
  businessId: string;
  phoneNumber: string | null;
  items: number;
}

/** An event as it will stand, with the bytes that its projects get. */
export interface PlannedEvent {
  id: EventId;
  tenantId: TenantId;
  suspended: boolean;
  webhookId: WebhookId;
  numberId: string | null;
  metaPhoneNumberId: string | null;
  businessId: string;
  fields: string[];
  kinds: string[];
  itemIds: string[];
  items: number;
  body: Buffer;
  /** Whether `body` is the received body, byte for byte. */
  asReceived: boolean;
  deliveries: PlannedDelivery[];
}

export interface PlannedDelivery {
  projectId: ProjectId;
  priority: number;
  enabled: boolean;
  /** Which item of the event, when the project wants one per request; null for all of them. */
  item: number | null;
  body: Buffer;
}

/** Parses raw webhooks; what is not Meta's goes to quarantine. */
export function parseRaw(webhooks: RawWebhook[]): { parsed: ParsedRawWebhook[]; quarantined: Quarantined[] } {
  const parsed: ParsedRawWebhook[] = [];
  const quarantined: Quarantined[] = [];
  for (const webhook of webhooks) {
    const result = parseWebhook(webhook.body);
    if ('payload' in result) parsed.push({ ...webhook, payload: result.payload, items: itemsOf(result.payload) });
    else quarantined.push({ webhookId: webhook.id, reason: result.problem, detail: result.detail });
  }
  return { parsed, quarantined };
}

/** Splits one POST by owner. Foreign items are kept aside, unclaimed ones noted (and sent to the fallback). */
export function groupItems(webhook: ParsedRawWebhook, directory: Directory) {
  const groups = new Map<string, Group>();
  const unclaimed = new Map<string, Unclaimed>();
  let foreign: string | undefined;
  const join = (item: WebhookItem, owner: Omit<Group, 'eventId' | 'items'>) => {
    const destinations = owner.routes.map((route) => route.projectId).join();
    const name = `${owner.tenantId}|${owner.numberId ?? item.businessId}|${destinations}`;
    let group = groups.get(name);
    if (!group) groups.set(name, (group = { ...owner, eventId: newId(), items: [] }));
    group.items.push({ item, key: dedupeKey(owner.tenantId, item) });
  };
  for (const item of webhook.items) {
    // In a webhook that is tried again after somebody was erased from it.
    if (item.erased) continue;
    const owner = ownerOf(item, webhook.app, directory);
    if (owner.verdict === 'owned') join(item, owner);
    else if (owner.verdict === 'foreign') foreign ??= owner.detail;
    else {
      noteUnclaimed(unclaimed, webhook.id, owner, item);
      const fallback = directory.fallback();
      if (fallback) join(item, { ...fallback, numberId: null, routes: [fallback.route] });
    }
  }
  return { groups: [...groups.values()], unclaimed: [...unclaimed.values()], foreign };
}

function noteUnclaimed(
  known: Map<string, Unclaimed>,
  webhookId: WebhookId,
  { subject, kind }: { subject: string; kind: 'number' | 'account' },
  { businessId, displayPhoneNumber }: WebhookItem,
): void {
  const entry = known.get(subject);
  if (entry) entry.items += 1;
  else known.set(subject, { webhookId, subject, kind, businessId, phoneNumber: displayPhoneNumber, items: 1 });
}

/** The event of a group, given which of its items are new; undefined when none is. */
export function planEvent(webhook: ParsedRawWebhook, group: Group, isNew: (key: Buffer) => boolean): PlannedEvent | undefined {
  const items = group.items.filter(({ key }) => isNew(key)).map(({ item }) => item);
  const first = items[0];
  if (!first) return undefined;
  const asReceived = items.length === webhook.items.length;
  const body = asReceived ? webhook.body : rebuildBody(webhook.payload, items);
  const one = (route: Route) => ({ projectId: route.projectId, priority: route.priority, enabled: route.enabled });
  return {
    id: group.eventId,
    tenantId: group.tenantId,
    suspended: group.suspended,
    webhookId: webhook.id,
    numberId: group.numberId,
    metaPhoneNumberId: first.phoneNumberId,
    businessId: first.businessId,
    fields: [...new Set(items.map((item) => item.field))],
    kinds: [...new Set(items.map((item) => item.kind))],
    itemIds: items.map((item) => item.id),
    items: items.length,
    body,
    asReceived,
    deliveries: group.routes.flatMap((route): PlannedDelivery[] => {
      if (route.split === 'batch' || items.length === 1) return [{ ...one(route), item: null, body }];
      return items.map((item, index) => ({ ...one(route), item: index, body: rebuildBody(webhook.payload, [item]) }));
    }),
  };
}
