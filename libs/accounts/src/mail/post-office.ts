import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import {
  Clock,
  Log,
  MAIL_CONNECTIONS,
  Mailer,
  MailFailed,
  SecretBox,
  SecretError,
  Tenancy,
} from '@waypost/platform';
import { AlertCalls, CallFailed, type StoredCall } from '../alerts/alert-calls.ts';
import { nextAttemptAt } from './backoff.ts';
import { type OutboxChannel, placeOf, type StoredMail } from './outbox.ts';

/** Longer than a batch can take: who still holds a row then is dead. */
const LEASE_MS = 180_000;
/** A process has ten seconds to end. */
const LAST_WORDS_MS = 8_000;
const BATCH: Record<OutboxChannel, number> = { mail: 2 * MAIL_CONNECTIONS, webhook: 16 };

interface Claimed {
  tenantId: TenantId;
  id: string;
  template: string;
  body: Buffer;
  /** With this one; it is also the fence: a result counts only while nobody else has begun. */
  attempts: number;
}

/** Sends what the outbox owes: claims rows, sends, records. Any number of processes may do it at a time. */
@Injectable()
export class PostOffice implements BeforeApplicationShutdown {
  private readonly running = new Map<OutboxChannel, Promise<void>>();
  private toldOfNoServer = false;
  private stopped = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly mailer: Mailer,
    private readonly calls: AlertCalls,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Until nothing is due. A slow webhook never makes a mail wait. */
  async drain(): Promise<void> {
    await Promise.all([
      this.drainOnce('webhook'),
      this.mailer.configured ? this.drainOnce('mail') : this.tellOfNoServer(),
    ]);
  }

  /** What is under way is finished: broken off, it would be sent once more when its lease is over. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const late = new Promise((next) => setTimeout(next, LAST_WORDS_MS).unref());
    await Promise.race([Promise.allSettled(this.running.values()), late]);
  }

  private drainOnce(channel: OutboxChannel): Promise<void> {
    const running =
      this.running.get(channel) ?? this.loop(channel).finally(() => this.running.delete(channel));
    this.running.set(channel, running);
    return running;
  }

  private async loop(channel: OutboxChannel): Promise<void> {
    while (!this.stopped) {
      const claimed = await this.claim(channel);
      await Promise.all(claimed.map((row) => this.send(channel, row)));
      if (claimed.length < BATCH[channel]) return;
    }
  }

  private async claim(channel: OutboxChannel): Promise<Claimed[]> {
    const now = this.clock.now();
    const [claimed]: [Claimed[]] = await this.tenancy.system((rows) =>
      rows.query(
        `UPDATE outbox o SET state = 'sending', attempts = o.attempts + 1, next_at = $2
         FROM (SELECT tenant_id, id FROM outbox
               WHERE channel = $1 AND state IN ('queued', 'sending') AND next_at <= $3
               ORDER BY next_at LIMIT $4 FOR UPDATE SKIP LOCKED) due
         WHERE o.tenant_id = due.tenant_id AND o.id = due.id
         RETURNING o.tenant_id AS "tenantId", o.id, o.template, o.body, o.attempts`,
        [channel, new Date(now.getTime() + LEASE_MS), now, BATCH[channel]],
      ),
    );
    return claimed;
  }

  private async send(channel: OutboxChannel, row: Claimed): Promise<void> {
    const { tenantId, id, template } = row;
    try {
      const content = await this.secrets.open(placeOf(tenantId, id), row.body);
      // What is sealed was written by the outbox itself.
      if (channel === 'mail') await this.mailer.send({ ...(JSON.parse(content) as StoredMail), id });
      else await this.calls.send({ tenantId, id }, JSON.parse(content) as StoredCall);
    } catch (error) {
      await this.failed(channel, row, error);
      return;
    }
    await this.record(row, { state: 'sent', error: null });
    this.log.info('sent', { tenantId, outboxId: id, channel, template });
  }

  private async failed(channel: OutboxChannel, row: Claimed, error: unknown): Promise<void> {
    const { tenantId, id, template, attempts } = row;
    const known = error instanceof MailFailed || error instanceof CallFailed || error instanceof SecretError;
    // What nobody foresaw is told in full; the row stays and is tried again like any other.
    if (!known) this.log.failure('outbox: sending', error, { tenantId, outboxId: id });
    const reason = known ? error.message : 'Something broke on our side; the log has it.';
    const forGood = known && 'forGood' in error && error.forGood;
    const next = forGood ? undefined : nextAttemptAt(attempts, this.clock.now());
    await this.record(
      row,
      next ? { state: 'queued', next, error: reason } : { state: 'failed', error: reason },
    );
    const fields = { tenantId, outboxId: id, channel, template, attempts, reason };
    this.log.warn(next ? 'not sent; tried again later' : 'not sent, and given up', fields);
  }

  /** The content goes with the last step: nobody needs it any more, and its links are secrets. */
  private async record(
    { tenantId, id, attempts }: Claimed,
    { state, error, next }: { state: 'sent' | 'failed' | 'queued'; error: string | null; next?: Date },
  ): Promise<void> {
    const now = this.clock.now();
    await this.tenancy.system((rows) =>
      rows.query(
        `UPDATE outbox SET state = $4, last_error = $5, next_at = $6, finished_at = $7,
           body = CASE WHEN $7::timestamptz IS NULL THEN body END
         WHERE tenant_id = $1 AND id = $2 AND attempts = $3 AND state = 'sending'`,
        [tenantId, id, attempts, state, error, next ?? now, state === 'queued' ? null : now],
      ),
    );
  }

  /** Once per process; system/mail shows it all the time. */
  private async tellOfNoServer(): Promise<void> {
    if (this.toldOfNoServer) return;
    const [waiting]: unknown[] = await this.tenancy.system((rows) =>
      rows.query(`SELECT 1 FROM outbox WHERE channel = 'mail' AND state IN ('queued', 'sending') LIMIT 1`),
    );
    if (!waiting) return;
    this.toldOfNoServer = true;
    this.log.warn('mails wait and are not sent: there is no SMTP_HOST');
  }
}
