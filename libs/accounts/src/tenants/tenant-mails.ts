import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Locale, PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { publicAddress } from '../mail/links.ts';
import { Outbox, type PreparedMail } from '../mail/outbox.ts';
import type { MailTemplate, MailValues } from '../mail/templates.ts';

/** Mails to the administrators of a tenant about the tenant itself, each in their own language. */
@Injectable()
export class TenantMails {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Where people find the pages. */
  get pages(): string {
    return `${publicAddress(this.settings)}/app`;
  }

  /** Before the unit of work. */
  async prepare<T extends MailTemplate>(
    tenantId: TenantId,
    template: T,
    values: MailValues[T],
  ): Promise<PreparedMail> {
    const administrators: { email: string; locale: Locale }[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT u.email, u.locale FROM membership m JOIN app_user u ON u.id = m.user_id
         WHERE m.tenant_id = $1 AND m.role = 'TENANT_ADMIN' AND u.status = 'active' ORDER BY m.id LIMIT 200`,
        [tenantId],
      ),
    );
    const mails = await Promise.all(
      // From the platform, which outlives the tenant: what is owed must not be erased with it.
      administrators.map(({ email, locale }) =>
        this.outbox.prepare({ to: email, template, values, locale, tenantId: PLATFORM_TENANT_ID }),
      ),
    );
    return mails.flat();
  }

  /** In the unit of work. */
  put(rows: EntityManager, mail: PreparedMail): Promise<void> {
    return this.outbox.put(rows, mail);
  }

  /** After the commit. */
  wake(): void {
    this.outbox.wake();
  }
}
