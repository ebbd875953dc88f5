import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  Egress,
  EgressRefused,
  newSigningSecret,
  SecretBox,
  Tenancy,
} from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import type { ActingContext } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import { webhookSecretPlace } from './alert-calls.ts';

/** Who is told of trouble, and of which. */
export interface Notifications {
  /** Nobody named: those who administer and develop the tenant; of the platform, OPERATOR_EMAIL or the super-admins. */
  emails: string[];
  webhookUrl: string | null;
  projectFailing: boolean;
  errorSpikes: boolean;
}

/** With the secret of a webhook that was just named: it is shown this once. */
export type ChangedNotifications = Notifications & { webhookSecret: string | null };

const usual: Notifications = { emails: [], webhookUrl: null, projectFailing: true, errorSpikes: true };

@Injectable()
export class NotificationsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly egress: Egress,
    private readonly secrets: SecretBox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  get({ tenantId }: { tenantId: TenantId }): Promise<Notifications> {
    return this.tenancy.run({ tenantId }, (rows) => find(rows, tenantId));
  }

  /** A new address of the webhook comes with a new secret. Throws `destination_refused`. */
  async update(ctx: ActingContext, change: Partial<Notifications>): Promise<ChangedNotifications> {
    const { tenantId } = ctx;
    const { webhookUrl } = change;
    if (webhookUrl) this.checkAddress(webhookUrl);
    const secret = webhookUrl ? newSigningSecret() : undefined;
    const sealed = secret && (await this.secrets.seal(webhookSecretPlace(tenantId), secret));
    return this.tenancy.run({ tenantId }, async (rows) => {
      // Two who change it at the same time do it one after the other.
      await rows.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`notifications ${tenantId}`]);
      const before = await find(rows, tenantId);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const after: Notifications = { ...before, ...given };
      after.emails = [...new Set(after.emails.map((email) => email.trim().toLowerCase()))];
      const sameAddress = after.webhookUrl === before.webhookUrl;
      await rows.query(
        `INSERT INTO notification_settings
           (tenant_id, emails, webhook_url, webhook_secret, project_failing, error_spikes, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (tenant_id) DO UPDATE SET emails = $2, webhook_url = $3, project_failing = $5, error_spikes = $6,
           webhook_secret = $4, updated_at = $7`,
        [
          tenantId,
          after.emails,
          after.webhookUrl,
          sameAddress ? await secretOf(rows, tenantId) : sealed,
          after.projectFailing,
          after.errorSpikes,
          this.clock.now(),
        ],
      );
      const target = { type: 'notifications', id: tenantId };
      await this.audit.record(rows, ctx, { action: 'notifications.changed', target, before, after });
      return { ...after, webhookSecret: sameAddress ? null : (secret ?? null) };
    });
  }

  private checkAddress(webhookUrl: string): void {
    try {
      this.egress.check(webhookUrl);
    } catch (error) {
      if (!(error instanceof EgressRefused)) throw error;
      const errors = [{ field: 'webhookUrl', message: error.message }];
      throw new AppError('destination_refused', { detail: error.message, errors });
    }
  }
}

async function find(rows: EntityManager, tenantId: TenantId): Promise<Notifications> {
  const [found]: Notifications[] = await rows.query(
    `SELECT emails, webhook_url AS "webhookUrl", project_failing AS "projectFailing", error_spikes AS "errorSpikes"
     FROM notification_settings WHERE tenant_id = $1`,
    [tenantId],
  );
  return found ?? usual;
}

async function secretOf(rows: EntityManager, tenantId: TenantId): Promise<Buffer | null> {
  const [found]: { secret: Buffer | null }[] = await rows.query(
    'SELECT webhook_secret AS secret FROM notification_settings WHERE tenant_id = $1',
    [tenantId],
  );
  return found?.secret ?? null;
}
