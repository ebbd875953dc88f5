import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import type { TenantId, WebhookId } from '@waypost/contracts';
import { Clock, isTransient, Log, Signals, Tenancy } from '@waypost/platform';
import { Lanes } from '../deliver/lanes.ts';
import { type Batch, storeBatch, storeDedupeKeys } from './batch-rows.ts';
import { groupItems, parseRaw, type ParsedRawWebhook, planEvent, type RawWebhook } from './plan.ts';
import { RouteCache } from './route-cache.ts';

const MAX_WEBHOOKS = 256;
const MAX_BYTES = 16 << 20;

interface Pending {
  id: WebhookId;
  size: number;
  epoch: string;
}

/**
 * Turns raw webhooks into events and deliveries, many at a time in one transaction. The rows of
 * `webhook_pending` are locked while that lasts, which is all the lease there is: a process that dies lets go.
 */
@Injectable()
export class ExplodeService {
  private draining?: Promise<void>;
  private again = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly routes: RouteCache,
    private readonly lanes: Lanes,
    private readonly clock: Clock,
    private readonly signals: Signals,
    private readonly log: Log,
  ) {}

  /** Works until nothing is pending; a call during the work makes it look once more. */
  drain(): Promise<void> {
    this.again = true;
    this.draining ??= this.loop().finally(() => (this.draining = undefined));
    return this.draining;
  }

  private async loop(): Promise<void> {
    while (this.again) {
      this.again = false;
      let batch: number;
      do {
        await this.lanes.keptUp();
        batch = await this.explode({ limit: MAX_WEBHOOKS });
      } while (batch > 0);
    }
  }

  private async explode(wanted: { limit: number; only?: WebhookId }): Promise<number> {
    let tried: WebhookId[] = [];
    let batch: Batch | undefined;
    try {
      await this.tenancy.system(async (rows) => {
        const pending = await lockPending(rows, wanted);
        tried = pending.map(({ id }) => id);
        if (tried.length === 0) return;
        batch = await this.plan(rows, tried, pending[0]?.epoch ?? '');
        await storeBatch(rows, batch, this.lanes, this.clock.now());
      });
    } catch (error) {
      this.lanes.giveBack(batch?.jobs ?? []);
      if (tried.length === 0 || !isItsOwn(error)) throw error;
      return this.isolate(tried, error);
    }
    this.lanes.submit(batch?.jobs ?? []);
    for (const { tenantId } of batch?.events ?? []) this.signals.mark(tenantId, 'events', 'deliveries');
    return tried.length;
  }

  /** One webhook must not hold up the others: each is tried alone, and what fails alone is kept aside. */
  private async isolate(tried: WebhookId[], error: unknown): Promise<number> {
    // A cut line says nothing against the webhooks: they stay owed, and the next look finds them.
    if (isTransient(error)) throw error;
    const [first] = tried;
    if (tried.length > 1 || first === undefined) {
      for (const id of tried) await this.explode({ limit: 1, only: id });
      return tried.length;
    }
    this.log.failure('webhook kept aside: it could not be split', error, { webhookId: first });
    const detail = error instanceof Error ? error.message : String(error);
    await this.tenancy.system((rows) =>
      storeBatch(
        rows,
        { webhookIds: [first], events: [], unclaimed: [], quarantined: [{ webhookId: first, reason: 'failed', detail }], jobs: [] },
        this.lanes,
        this.clock.now(),
      ),
    );
    return 1;
  }

  private async plan(rows: EntityManager, ids: WebhookId[], epoch: string): Promise<Batch> {
    const raw = await readRaw(rows, ids);
    const webhooks = raw.map((row): RawWebhook => ({
      id: row.id,
      app: { tenantId: row.app_tenant_id, id: row.meta_app_id },
      body: row.body,
    }));
    const { parsed, quarantined } = parseRaw(webhooks);
    const read = new Set(raw.map(({ id }) => id));
    for (const webhookId of ids.filter((id) => !read.has(id))) {
      quarantined.push({ webhookId, reason: 'failed', detail: 'It waited longer than received webhooks are kept.' });
    }
    const directory = await this.routes.directory(rows, epoch, subjectsOf(parsed));
    const grouped = parsed.map((webhook) => ({ webhook, ...groupItems(webhook, directory) }));
    const fresh = await storeDedupeKeys(rows, grouped.flatMap(({ groups }) => groups), this.clock.now());
    const events = grouped.flatMap(({ webhook, groups }) =>
      groups.flatMap((group) => planEvent(webhook, group, fresh(group)) ?? []),
    );
    for (const { webhook, foreign } of grouped) {
      if (foreign !== undefined) quarantined.push({ webhookId: webhook.id, reason: 'foreign', detail: foreign });
    }
    return { webhookIds: ids, events, quarantined, unclaimed: grouped.flatMap(({ unclaimed }) => unclaimed), jobs: [] };
  }
}

interface Raw {
  id: WebhookId;
  app_tenant_id: TenantId;
  meta_app_id: string;
  body: Buffer;
}

/**
 * Reads twice what it does not find: rows that moved to the partition of their day while a statement waited for it
 * are seen by the next statement only.
 */
async function readRaw(rows: EntityManager, ids: WebhookId[]): Promise<Raw[]> {
  const read = (wanted: WebhookId[]): Promise<Raw[]> =>
    rows.query('SELECT id, app_tenant_id, meta_app_id, body FROM webhook_event WHERE id = ANY($1) ORDER BY id', [wanted]);
  const found = await read(ids);
  if (found.length === ids.length) return found;
  const known = new Set(found.map(({ id }) => id));
  return [...found, ...(await read(ids.filter((id) => !known.has(id))))];
}

async function lockPending(rows: EntityManager, { limit, only }: { limit: number; only?: WebhookId }): Promise<Pending[]> {
  const locked: Pending[] = await rows.query(
    `SELECT id, size, (SELECT epoch FROM routing_epoch) AS epoch FROM webhook_pending
     WHERE $2::uuid IS NULL OR id = $2 ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [limit, only ?? null],
  );
  let bytes = 0;
  const over = locked.findIndex(({ size }, index) => (bytes += size) > MAX_BYTES && index > 0);
  return over === -1 ? locked : locked.slice(0, over);
}

function subjectsOf(webhooks: ParsedRawWebhook[]) {
  const items = webhooks.flatMap((webhook) => webhook.items);
  const known = (values: (string | null)[]) => new Set(values.filter((value) => value !== null));
  return {
    numbers: known(items.map((item) => item.phoneNumberId)),
    digits: known(items.map((item) => item.displayPhoneNumber)),
    accounts: known(items.map((item) => item.businessId)),
  };
}

/**
 * Whether it is the content of a webhook that failed: its data (22), a constraint (23) or a limit (54). Whatever else
 * a database says passes, and the webhooks stay owed.
 */
function isItsOwn(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return !(error instanceof Error && 'code' in error);
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  // A check without a name is the bound of a partition that was made at the same moment.
  if (code === '23514' && constraint === undefined) return false;
  return /^(22|23|54)/.test(code ?? '');
}
