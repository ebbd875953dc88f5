import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { TenantId, WebhookId } from '@waypost/contracts';
import { AppError, BufferFull, GroupCommit, Heartbeat, Log, Metrics, newId, SYSTEM, WakeUps } from '@waypost/platform';
import { type AppWithSecret, IntakeNotes, MetaAppSecrets } from '@waypost/waba';
import { claimedDigest, firstItemId, type ParsedWebhook, parseWebhook, signatureMatches } from '@waypost/whatsapp';

export interface IncomingWebhook {
  /** Exactly the bytes that were posted. */
  body: Buffer;
  /** Value of `X-Hub-Signature-256`. */
  signature: unknown;
  /** Meta's app id, when the address names it. */
  appId?: string;
}

/** A webhook that is durable, and what that took. */
export interface Received {
  webhookId: WebhookId;
  /** Meta's id of its first message or status. */
  messageId: string | null;
  /** Until the signature was known to be right, in milliseconds. */
  checkMs: number;
  /** From then on until it was durable. */
  commitMs: number;
  /** Webhooks that were committed together. */
  together: number;
}

interface Row {
  id: WebhookId;
  appTenantId: TenantId;
  metaAppId: string;
  body: Buffer;
}

/** How many secrets one unsigned stranger may make us try, and over how many bytes in all. */
const MAX_TRIED_APPS = 64;
const MAX_TRIED_BYTES = 64 << 20;

/** Takes Meta's webhooks in: checked, durable, and only then acknowledged. */
@Injectable()
export class IngestService {
  private readonly counts;
  private readonly commitSeconds;
  private readonly rows = new GroupCommit<Row>({ commit: (rows) => this.store(rows), sizeOf: (row) => row.body.length });

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly apps: MetaAppSecrets,
    private readonly notes: IntakeNotes,
    private readonly heartbeat: Heartbeat,
    private readonly wakeUps: WakeUps,
    private readonly log: Log,
    metrics: Metrics,
  ) {
    const webhooks = metrics.counter({ name: 'waypost_webhooks_total', help: "Meta's webhooks, by what became of them", labels: ['outcome'] });
    this.counts = { stored: webhooks.labels('stored'), refused: webhooks.labels('refused'), unavailable: webhooks.labels('unavailable') };
    this.commitSeconds = metrics.histogram({
      name: 'waypost_webhook_commit_seconds',
      help: 'Time from a good signature until the webhook is durable',
    });
  }

  /**
   * Resolves once the webhook is durable.
   * Throws `bad_signature` (nothing is stored) or `unavailable` (not known to be stored: Meta tries again).
   */
  async receive(incoming: IncomingWebhook): Promise<Received> {
    const began = performance.now();
    const claimed = claimedDigest(incoming.signature);
    if (!claimed) throw await this.refusal(incoming);
    const parsed = parseWebhook(incoming.body);
    let app = await this.signer(incoming, claimed, parsed);
    // It may be the signature of a secret that was set a moment ago.
    if (!app && (await this.heartbeat.catchUp())) app = await this.signer(incoming, claimed, parsed);
    if (!app) throw await this.refusal(incoming, parsed);
    const row = { id: newId<'webhook'>(), appTenantId: app.tenantId, metaAppId: app.id, body: incoming.body };
    const checked = performance.now();
    let together: number;
    try {
      together = await this.rows.add(row);
    } catch (error) {
      if (!(error instanceof BufferFull)) this.log.failure('webhooks not stored; Meta was told to try again', error);
      this.counts.unavailable.inc();
      throw new AppError('unavailable', { detail: 'The webhook could not be stored. Send it again.', retryAfter: 5 });
    }
    const commitMs = performance.now() - checked;
    this.counts.stored.inc();
    this.commitSeconds.observe(commitMs / 1000);
    this.wakeUps.wake('explode');
    this.notes.accepted(app, 'payload' in parsed ? parsed.payload : undefined);
    return {
      webhookId: row.id,
      messageId: 'payload' in parsed ? firstItemId(parsed.payload) : null,
      checkMs: checked - began,
      commitMs,
      together,
    };
  }

  /** Whether a verification GET names a token of ours (of this app, when the address names one). */
  async knowsVerifyToken(token: string, appId?: string): Promise<boolean> {
    const app = await this.apps.findByVerifyToken(token, appId);
    if (app) this.notes.verified(app);
    return app !== undefined;
  }

  /** Resolves when everything that was taken in is durable. */
  drained(): Promise<void> {
    return this.rows.drained();
  }

  private async signer(
    { body, appId }: IncomingWebhook,
    claimed: Buffer,
    parsed: ParsedWebhook,
  ): Promise<AppWithSecret | undefined> {
    const signed = (app: AppWithSecret) => app.active && !!app.secret && signatureMatches(body, claimed, app.secret);
    if (appId !== undefined) {
      const app = await this.apps.findByAppId(appId);
      return app && signed(app) ? app : undefined;
    }
    const businessIds = 'payload' in parsed ? parsed.payload.entry.map((entry) => entry.id) : [];
    const named = await this.apps.findByBusinessIds([...new Set(businessIds)].slice(0, MAX_TRIED_APPS));
    const first = named.find(signed);
    if (first) return first;
    const most = Math.min(MAX_TRIED_APPS, Math.floor(MAX_TRIED_BYTES / Math.max(1, body.length)));
    return (await this.apps.activeApps(most)).find(signed);
  }

  /** The error of a webhook that nobody's signature is right for; the app that it names, if it names one, learns of it. */
  private async refusal({ appId }: IncomingWebhook, parsed?: ParsedWebhook): Promise<AppError> {
    this.counts.refused.inc();
    const app = await this.namedApp(appId, parsed);
    if (app) {
      const refusal = !app.active ? 'not_active' : !app.secret ? 'no_app_secret' : parsed ? 'wrong_signature' : 'no_signature';
      this.notes.refused(app, refusal);
    }
    return wrongSignature();
  }

  /** The app in the address, else the only one that may speak for the account in the body. */
  private async namedApp(appId: string | undefined, parsed?: ParsedWebhook): Promise<AppWithSecret | undefined> {
    if (appId !== undefined) return this.apps.findByAppId(appId);
    const [first] = parsed && 'payload' in parsed ? parsed.payload.entry : [];
    const apps = first ? await this.apps.findByBusinessIds([first.id]) : [];
    return apps.length === 1 ? apps[0] : undefined;
  }

  private async store(rows: Row[]): Promise<void> {
    let at = 1;
    const offsets = rows.map(({ body }) => (at += body.length) - body.length);
    // The bodies travel as one binary value and are cut apart by the database: hex arrays would double them.
    await this.database.query(
      `WITH incoming AS (
         SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::int[]) AS u(id, tenant, app, at, size)),
       stored AS (
         INSERT INTO webhook_event (id, app_tenant_id, meta_app_id, body)
         SELECT id, tenant, app, substring($6::bytea FROM at FOR size) FROM incoming)
       INSERT INTO webhook_pending (id, size) SELECT id, size FROM incoming`,
      [
        rows.map((row) => row.id),
        rows.map((row) => row.appTenantId),
        rows.map((row) => row.metaAppId),
        offsets,
        rows.map((row) => row.body.length),
        Buffer.concat(rows.map((row) => row.body)),
      ],
    );
  }
}

function wrongSignature(): AppError {
  return new AppError('bad_signature', 'The X-Hub-Signature-256 header does not match the body and the app secret.');
}
