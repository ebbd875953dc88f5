import { Injectable } from '@nestjs/common';
import { Tenancy, type TenantContext } from '@waypost/platform';
import { type Refusal, refusalInWords } from '../intake/refusals.ts';
import { AppsService } from './apps.service.ts';

/** How far an app's connection with Meta has come. */
export interface AppSetup {
  /** What to enter as callback URL in Meta's app dashboard. */
  webhookUrl: string;
  /** Whether that is an address that Meta calls at all. */
  https: boolean;
  hasAppSecret: boolean;
  active: boolean;
  /** When Meta last proved the address with the verify token. */
  verifiedAt: Date | null;
  /** When a webhook of the app was last taken in, up to ten seconds late. */
  lastWebhookAt: Date | null;
  lastRefusedAt: Date | null;
  lastRefusedReason: string | null;
  /** How many of the tenant's numbers are connected through it. */
  numbers: number;
}

interface Row {
  numbers: number;
  verifiedAt: Date | null;
  lastWebhookAt: Date | null;
  lastRefusedAt: Date | null;
  refusal: Refusal | null;
}

/** Whether Meta reaches an app, as far as the intake has seen it. */
@Injectable()
export class AppSetupService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly apps: AppsService,
  ) {}

  async get(ctx: TenantContext, appId: string): Promise<AppSetup> {
    const { webhookUrl, hasAppSecret, active } = await this.apps.get(ctx, appId);
    const row = await this.tenancy.run(ctx, async (rows): Promise<Row | undefined> => {
      const found: Row[] = await rows.query(
        `SELECT (SELECT count(*) FROM phone_number n WHERE n.app_tenant_id = a.tenant_id AND n.meta_app_id = a.id)::int AS numbers,
                i.verified_at AS "verifiedAt", i.last_webhook_at AS "lastWebhookAt", i.last_refused_at AS "lastRefusedAt",
                i.last_refused_reason AS refusal
         FROM meta_app a LEFT JOIN meta_app_intake i ON i.tenant_id = a.tenant_id AND i.meta_app_id = a.id
         WHERE a.tenant_id = $1 AND a.app_id = $2`,
        [ctx.tenantId, appId],
      );
      return found[0];
    });
    return {
      webhookUrl,
      https: webhookUrl.startsWith('https://'),
      hasAppSecret,
      active,
      verifiedAt: row?.verifiedAt ?? null,
      lastWebhookAt: row?.lastWebhookAt ?? null,
      lastRefusedAt: row?.lastRefusedAt ?? null,
      lastRefusedReason: row?.refusal ? refusalInWords(row.refusal) : null,
      numbers: row?.numbers ?? 0,
    };
  }
}
