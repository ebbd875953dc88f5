import { Inject, Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import { LessThan, type EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import {
  AppError,
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  SecretBox,
  SETTINGS,
  type Settings,
  Tenancy,
  type TenantContext,
} from '@waypost/platform';
import { findAccount } from '../business-accounts/business-accounts.service.ts';
import { invalidField } from '../invalid-field.ts';
import { violationOf } from '../violations.ts';
import { sealOf } from './app-secrets.ts';
import { MetaApp, type MetaAppRowId } from './meta-app.entity.ts';

export interface NewApp {
  /** Meta's app id. */
  id: string;
  /** Required, except for the platform's own apps, which serve accounts of many tenants. */
  businessId?: string;
  name: string;
  verifyToken: string;
  /** Without it the app's webhooks cannot be checked and are refused. */
  appSecret?: string;
}

export interface AppChange {
  name?: string;
  verifyToken?: string;
  appSecret?: string;
  active?: boolean;
}

/** Secrets go in and are never answered. */
export interface AppView {
  /** Meta's app id. */
  id: string;
  businessId: string | null;
  name: string;
  /** What to enter as callback URL in Meta's app dashboard. */
  webhookUrl: string;
  hasAppSecret: boolean;
  active: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** Meta apps of a tenant (or of the platform), addressed by Meta's ids. */
@Injectable()
export class AppsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Throws `not_found` for the account and `already_exists`, in words that do not say who else holds the app. */
  async create(ctx: ActingContext, input: NewApp): Promise<AppView> {
    const { businessId } = input;
    if (businessId === undefined && ctx.tenantId !== PLATFORM_TENANT_ID) {
      throw invalidField('businessId', 'must name the business account that this app belongs to');
    }
    const id = newId<'meta-app'>();
    const sealed = await this.seal(ctx, id, input);
    const now = this.clock.now();
    try {
      return await this.tenancy.run(ctx, async (rows) => {
        const account = businessId === undefined ? null : await findAccount(rows, ctx, businessId);
        await rows.insert(MetaApp, {
          tenantId: ctx.tenantId,
          id,
          appId: input.id,
          businessAccountId: account?.id ?? null,
          name: input.name,
          ...sealed,
          active: true,
          createdAt: now,
          updatedAt: now,
        });
        const { id: appId, name } = input;
        await this.audit.record(rows, ctx, {
          action: 'app.created',
          target: { type: 'app', id: appId, name },
          after: { name, businessId, verifyToken: input.verifyToken, appSecret: input.appSecret, active: true },
        });
        return this.viewOf(await findApp(rows, ctx, input.id));
      });
    } catch (error) {
      const broken = violationOf(error);
      if (broken === 'unique') throw await this.taken(ctx, input.id);
      if (broken === 'foreign_key') throw notFound('business account');
      throw error;
    }
  }

  /** All apps, or those of one account. */
  async list(
    ctx: TenantContext,
    { limit, after, businessId }: PageRequest & { businessId?: string },
  ): Promise<PagePart<AppView>> {
    const rows = await this.tenancy.run(ctx, async (rows) => {
      const account = businessId === undefined ? undefined : await findAccount(rows, ctx, businessId);
      return rows.find(MetaApp, {
        where: {
          tenantId: ctx.tenantId,
          ...(account && { businessAccountId: account.id }),
          ...(after && { id: LessThan(after) }),
        },
        relations: { businessAccount: true },
        order: { id: 'DESC' },
        take: limit + 1,
      });
    });
    const page = pageOf(rows, limit, (row) => row.id);
    return { ...page, data: page.data.map((row) => this.viewOf(row)) };
  }

  get(ctx: TenantContext, appId: string): Promise<AppView> {
    return this.tenancy.run(ctx, async (rows) => this.viewOf(await findApp(rows, ctx, appId)));
  }

  async patch(ctx: ActingContext, appId: string, change: AppChange): Promise<AppView> {
    const { id, name, active } = await this.tenancy.run(ctx, (rows) => findApp(rows, ctx, appId));
    const { verifyToken, appSecret, ...plain } = change;
    const sealed = await this.seal(ctx, id, { verifyToken, appSecret });
    return this.tenancy.run(ctx, async (rows) => {
      await rows.update(
        MetaApp,
        { tenantId: ctx.tenantId, id },
        { ...plain, ...sealed, updatedAt: this.clock.now() },
      );
      await this.audit.record(rows, ctx, {
        action: 'app.updated',
        target: { type: 'app', id: appId, name },
        before: { name, active },
        // A secret that is replaced stands on this side only, hidden.
        after: { name, active, ...plain, ...(verifyToken && { verifyToken }), ...(appSecret && { appSecret }) },
      });
      return this.viewOf(await findApp(rows, ctx, appId));
    });
  }

  /** Throws `in_use` while a number is connected through the app, whosever it is. */
  async delete(ctx: ActingContext, appId: string): Promise<void> {
    try {
      await this.tenancy.run(ctx, async (rows) => {
        const { id, name } = await findApp(rows, ctx, appId);
        await rows.delete(MetaApp, { tenantId: ctx.tenantId, id });
        await this.audit.record(rows, ctx, { action: 'app.deleted', target: { type: 'app', id: appId, name } });
      });
    } catch (error) {
      if (violationOf(error) !== 'foreign_key') throw error;
      throw new AppError(
        'in_use',
        'Phone numbers are connected through this app. Delete or move them first.',
      );
    }
  }

  /** Done before the unit of work, since the tenant's data key may have to be fetched or made. */
  private async seal(
    ctx: TenantContext,
    id: MetaAppRowId,
    given: Pick<AppChange, 'verifyToken' | 'appSecret'>,
  ) {
    const sealed: Partial<Pick<MetaApp, 'verifyTokenSealed' | 'verifyTokenHash' | 'appSecretSealed'>> = {};
    if (given.verifyToken !== undefined) {
      const at = sealOf(ctx.tenantId, id, 'verify_token');
      sealed.verifyTokenSealed = await this.secrets.seal(at, given.verifyToken);
      sealed.verifyTokenHash = await this.secrets.keyedHash(given.verifyToken);
    }
    if (given.appSecret !== undefined) {
      sealed.appSecretSealed = await this.secrets.seal(
        sealOf(ctx.tenantId, id, 'app_secret'),
        given.appSecret,
      );
    }
    return sealed;
  }

  private async taken(ctx: TenantContext, appId: string): Promise<AppError> {
    const own = await this.tenancy.run(ctx, (rows) =>
      rows.existsBy(MetaApp, { tenantId: ctx.tenantId, appId }),
    );
    const detail = own
      ? 'You have this app already.'
      : 'This app is held elsewhere in this hub. Ask whoever runs the hub to move it.';
    return new AppError('already_exists', detail);
  }

  private viewOf(row: MetaApp): AppView {
    return {
      id: row.appId,
      businessId: row.businessAccount?.businessId ?? null,
      name: row.name,
      webhookUrl: `${addressOf(this.settings)}/webhooks/meta/${row.appId}`,
      hasAppSecret: row.appSecretSealed !== null,
      active: row.active,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    };
  }
}

/** The tenant's app with Meta's id, or `not_found`. */
export async function findApp(
  rows: EntityManager,
  { tenantId }: TenantContext,
  appId: string,
): Promise<MetaApp> {
  const app = await rows.findOne(MetaApp, {
    where: { tenantId, appId },
    relations: { businessAccount: true },
  });
  if (!app) throw notFound('app');
  return app;
}

/** Where Meta reaches this hub; without a public URL the web server's own address, which is enough on one machine. */
function addressOf({ publicUrl, host, port }: Settings): string {
  if (publicUrl !== undefined) return publicUrl;
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
