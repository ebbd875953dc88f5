import { Injectable } from '@nestjs/common';
import { type Locale, PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { Clock, newId, SecretBox, WakeUps } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Brands } from '../brand/brands.service.ts';
import { renderMail } from './render.ts';
import type { MailTemplate, MailValues } from './templates.ts';

export interface MailRequest<T extends MailTemplate> {
  /** Each gets a mail of their own. */
  to: string | string[];
  template: T;
  values: MailValues[T];
  /** The reader's. Without it the tenant's. */
  locale?: Locale | null;
  /** In whose brand. Without it, or where it does not exist yet, the platform's. */
  tenantId?: TenantId;
}

export type OutboxChannel = 'mail' | 'webhook';

/** A row of the outbox that is not stored yet. */
export interface OutboxEntry {
  tenantId: TenantId;
  id: string;
  channel: OutboxChannel;
  template: string;
  body: Buffer;
}

/** Rendered and sealed; `put` it in the unit of work that owes it. */
export type PreparedMail = readonly OutboxEntry[];

/** What the body of a mail opens to. */
export interface StoredMail {
  to: string;
  subject: string;
  html: string;
  text: string;
}

/**
 * Mails on their way: written together with what they tell of, so that neither exists without the other, and sent
 * by the worker afterwards.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly brands: Brands,
    private readonly secrets: SecretBox,
    private readonly wakeUps: WakeUps,
    private readonly clock: Clock,
  ) {}

  /** Before the unit of work: reads the tenant's brand, renders and seals. */
  async prepare<T extends MailTemplate>(mail: MailRequest<T>): Promise<PreparedMail> {
    const brand = await this.brands.read(mail.tenantId ?? PLATFORM_TENANT_ID);
    const { template, values } = mail;
    const content = renderMail({ template, values, locale: mail.locale ?? brand.locale, brand });
    const recipients = new Set([mail.to].flat());
    return Promise.all(
      [...recipients].map((to) =>
        this.seal({ tenantId: brand.tenantId, channel: 'mail', template }, { to, ...content }),
      ),
    );
  }

  /** Within the unit of work. */
  async put(rows: EntityManager, prepared: PreparedMail): Promise<void> {
    const now = this.clock.now();
    for (const { tenantId, id, channel, template, body } of prepared) {
      await rows.query(
        `INSERT INTO outbox (tenant_id, id, channel, template, body, next_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)`,
        [tenantId, id, channel, template, body, now],
      );
    }
  }

  /** After the commit. */
  wake(): void {
    this.wakeUps.wake('mail');
  }

  async seal(entry: Omit<OutboxEntry, 'id' | 'body'>, content: object): Promise<OutboxEntry> {
    const id = newId<'outbox'>();
    return {
      ...entry,
      id,
      body: await this.secrets.seal(placeOf(entry.tenantId, id), JSON.stringify(content)),
    };
  }
}

export const placeOf = (tenantId: TenantId, rowId: string) => ({
  tenantId,
  table: 'outbox',
  column: 'body',
  rowId,
});
