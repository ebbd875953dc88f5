import { Inject, Injectable } from '@nestjs/common';
import { type Locale, PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { Clock, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { Outbox, type OutboxEntry, type PreparedMail } from '../mail/outbox.ts';
import type { MailTemplate, MailValues } from '../mail/templates.ts';
import { type Notifications, NotificationsService } from './notifications.service.ts';

/** Something that people named by a tenant, or by the operator, want to hear of. */
export interface Notice<T extends MailTemplate> {
  tenantId: TenantId;
  /** The switch that it hangs on. */
  about: 'projectFailing' | 'errorSpikes';
  template: T;
  values: MailValues[T];
  /** For the webhook, such as `project.failing`. */
  event: { type: string; data: object };
}

interface Reader {
  email: string;
  locale: Locale | null;
}

/** Trouble told by mail and by webhook, to whom the tenant and the operator name. */
@Injectable()
export class Notices {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly notifications: NotificationsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Before the unit of work, as `Outbox.prepare`; `Outbox.put` takes what comes out. Empty where nobody wants to know. */
  async prepare<T extends MailTemplate>(notice: Notice<T>): Promise<PreparedMail> {
    const { tenantId, about, template, values, event } = notice;
    const wanted = await this.notifications.get({ tenantId });
    if (!wanted[about]) return [];
    const readers = await this.readers(tenantId, wanted);
    const mails = readers.map(({ email, locale }) =>
      this.outbox.prepare({ to: email, template, locale, tenantId, values }),
    );
    const entries: OutboxEntry[] = (await Promise.all(mails)).flat();
    if (wanted.webhookUrl) {
      const body = JSON.stringify({
        type: event.type,
        timestamp: this.clock.now().toISOString(),
        data: event.data,
      });
      entries.push(await this.outbox.seal({ tenantId, channel: 'webhook', template: event.type }, { body }));
    }
    return entries;
  }

  private async readers(tenantId: TenantId, { emails }: Notifications): Promise<Reader[]> {
    const named = emails.map((email) => ({ email, locale: null }));
    if (named.length > 0) return named;
    if (tenantId !== PLATFORM_TENANT_ID) return this.people(inTenant, [tenantId]);
    const { operatorEmail } = this.settings;
    return operatorEmail === undefined
      ? this.people(superAdmins, [])
      : [{ email: operatorEmail, locale: null }];
  }

  private people(which: string, parameters: unknown[]): Promise<Reader[]> {
    return this.tenancy.system((rows) => rows.query(which, parameters));
  }
}

const superAdmins = `SELECT email, locale FROM app_user WHERE super_admin AND status = 'active'`;
const inTenant = `
  SELECT u.email, u.locale FROM membership m JOIN app_user u ON u.id = m.user_id
  WHERE m.tenant_id = $1 AND m.role IN ('TENANT_ADMIN', 'DEVELOPER') AND u.status = 'active'`;
