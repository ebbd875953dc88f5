import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit, Plans } from '@waypost/accounts';
import { In, LessThan, type EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import {
  AppError,
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  Tenancy,
  type TenantContext,
} from '@waypost/platform';
import { findApp } from '../apps/apps.service.ts';
import { MetaApp } from '../apps/meta-app.entity.ts';
import { findAccount } from '../business-accounts/business-accounts.service.ts';
import { invalidField } from '../invalid-field.ts';
import { violationOf } from '../violations.ts';
import { digitsOf } from './digits.ts';
import { PhoneNumber } from './phone-number.entity.ts';

/** `platformApp`: the caller may connect numbers through the platform's apps, which only a super-admin may. */
export type ConnectContext = ActingContext & { platformApp?: boolean };

export interface NewPhoneNumber {
  phoneNumberId: string;
  /** Meta's id of the app whose webhooks carry the number. */
  appId: string;
  /** In any common notation, with the country code. */
  phoneNumber: string;
  displayName: string;
  /** The app's account by default. */
  businessId?: string;
}

export type PhoneNumberChange = Partial<Omit<NewPhoneNumber, 'phoneNumberId'>>;

export interface PhoneNumberView {
  phoneNumberId: string;
  appId: string;
  businessId: string | null;
  /** Digits with the country code, nothing else. */
  phoneNumber: string;
  displayName: string;
  /** When a webhook for it last came, up to ten seconds late. */
  lastWebhookAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A tenant's numbers, addressed by Meta's ids. */
@Injectable()
export class PhoneNumbersService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly plans: Plans,
  ) {}

  /** Throws `not_found` for app or account, `already_exists`, `number_taken` when another tenant holds it, and `limit_reached`. */
  async create(ctx: ConnectContext, input: NewPhoneNumber): Promise<PhoneNumberView> {
    const { phoneNumberId, displayName } = input;
    const phoneNumber = digitsOrRefuse(input.phoneNumber);
    const app = await this.connectingApp(ctx, input.appId);
    const now = this.clock.now();
    try {
      return await this.tenancy.run(ctx, async (rows) => {
        await this.plans.check(rows, ctx.tenantId, 'numbers');
        await rows.insert(PhoneNumber, {
          tenantId: ctx.tenantId,
          id: newId<'phone-number'>(),
          phoneNumberId,
          phoneNumber,
          displayName,
          appTenantId: app.tenantId,
          metaAppId: app.id,
          businessAccountId: await accountFor(rows, ctx, app, input.businessId),
          createdAt: now,
          updatedAt: now,
        });
        await this.audit.record(rows, ctx, {
          action: 'phone-number.created',
          target: { type: 'phone-number', id: phoneNumberId, name: displayName },
          after: { phoneNumber, displayName, appId: app.appId },
        });
        return viewOf(await findNumber(rows, ctx, phoneNumberId), { appId: app.appId, lastWebhookAt: null });
      });
    } catch (error) {
      const broken = violationOf(error);
      if (broken === 'unique') throw await this.taken(ctx, phoneNumberId);
      if (broken === 'foreign_key') throw notFound('app');
      throw error;
    }
  }

  /** All numbers, or those connected through one app of the tenant. */
  async list(
    ctx: TenantContext,
    { limit, after, appId }: PageRequest & { appId?: string },
  ): Promise<PagePart<PhoneNumberView>> {
    const rows = await this.tenancy.run(ctx, async (rows) => {
      const app = appId === undefined ? undefined : await findApp(rows, ctx, appId);
      return rows.find(PhoneNumber, {
        where: {
          tenantId: ctx.tenantId,
          ...(app && { appTenantId: app.tenantId, metaAppId: app.id }),
          ...(after && { id: LessThan(after) }),
        },
        relations: { app: true, businessAccount: true },
        order: { id: 'DESC' },
        take: limit + 1,
      });
    });
    const page = pageOf(rows, limit, (row) => row.id);
    return { ...page, data: await this.views(ctx, page.data) };
  }

  async get(ctx: TenantContext, phoneNumberId: string): Promise<PhoneNumberView> {
    return this.view(ctx, await this.tenancy.run(ctx, (rows) => findNumber(rows, ctx, phoneNumberId)));
  }

  /** Moving to another app follows the rules of connecting through it; the account stays unless it is named. */
  async patch(
    ctx: ConnectContext,
    phoneNumberId: string,
    change: PhoneNumberChange,
  ): Promise<PhoneNumberView> {
    const { appId, businessId, phoneNumber, displayName } = change;
    const digits = phoneNumber === undefined ? undefined : digitsOrRefuse(phoneNumber);
    const app = appId === undefined ? undefined : await this.connectingApp(ctx, appId);
    const row = await this.tenancy.run(ctx, async (rows) => {
      const present = await findNumber(rows, ctx, phoneNumberId);
      const account = businessId === undefined ? undefined : await findAccount(rows, ctx, businessId);
      await rows.update(
        PhoneNumber,
        { tenantId: ctx.tenantId, id: present.id },
        {
          ...(digits !== undefined && { phoneNumber: digits }),
          ...(displayName !== undefined && { displayName }),
          ...(app && { appTenantId: app.tenantId, metaAppId: app.id }),
          ...(account && { businessAccountId: account.id }),
          updatedAt: this.clock.now(),
        },
      );
      await this.audit.record(rows, ctx, {
        action: 'phone-number.updated',
        target: { type: 'phone-number', id: phoneNumberId, name: present.displayName },
        before: { phoneNumber: present.phoneNumber, displayName: present.displayName },
        after: {
          phoneNumber: digits ?? present.phoneNumber,
          displayName: displayName ?? present.displayName,
          ...(app && { appId: app.appId }),
          ...(businessId !== undefined && { businessId }),
        },
      });
      return findNumber(rows, ctx, phoneNumberId);
    });
    return this.view(ctx, row);
  }

  /** The number's mappings go with it. */
  delete(ctx: ActingContext, phoneNumberId: string): Promise<void> {
    return this.tenancy.run(ctx, async (rows) => {
      const { id, displayName: name } = await findNumber(rows, ctx, phoneNumberId);
      await rows.delete(PhoneNumber, { tenantId: ctx.tenantId, id });
      await this.audit.record(rows, ctx, {
        action: 'phone-number.deleted',
        target: { type: 'phone-number', id: phoneNumberId, name },
      });
    });
  }

  /** The tenant's app, else one of the platform's for those who may; anything else is as good as absent. */
  private async connectingApp(ctx: ConnectContext, appId: string): Promise<MetaApp> {
    const own = await this.appOf(ctx, appId);
    const app = own ?? (ctx.platformApp ? await this.appOf({ tenantId: PLATFORM_TENANT_ID }, appId) : null);
    if (!app) throw notFound('app');
    return app;
  }

  private appOf({ tenantId }: TenantContext, appId: string): Promise<MetaApp | null> {
    return this.tenancy.run({ tenantId }, (rows) => rows.findOneBy(MetaApp, { tenantId, appId }));
  }

  private async taken({ tenantId }: TenantContext, phoneNumberId: string): Promise<AppError> {
    const own = await this.tenancy.run({ tenantId }, (rows) =>
      rows.existsBy(PhoneNumber, { tenantId, phoneNumberId }),
    );
    if (own) return new AppError('already_exists', 'You have this phone number already.');
    return new AppError(
      'number_taken',
      'Another tenant of this hub holds this phone number. If it is yours, prove it with an access token that Meta ' +
        'accepts for it, or ask whoever runs the hub to move it.',
    );
  }

  private async view(ctx: TenantContext, row: PhoneNumber): Promise<PhoneNumberView> {
    const [view] = await this.views(ctx, [row]);
    if (!view) throw notFound('phone number');
    return view;
  }

  /** Meta's ids of platform apps are read on the platform's side of the wall: the tenant's side does not show them. */
  private async views(ctx: TenantContext, numbers: PhoneNumber[]): Promise<PhoneNumberView[]> {
    const beyond = [...new Set(numbers.filter((row) => !row.app).map((row) => row.metaAppId))];
    const found =
      beyond.length === 0
        ? []
        : await this.tenancy.run({ tenantId: PLATFORM_TENANT_ID }, (rows) =>
            rows.findBy(MetaApp, { tenantId: PLATFORM_TENANT_ID, id: In(beyond) }),
          );
    const appIds = new Map(found.map((app) => [app.id, app.appId]));
    const seen = await this.lastWebhooks(ctx, numbers);
    return numbers.map((row) =>
      viewOf(row, {
        appId: row.app?.appId ?? appIds.get(row.metaAppId) ?? '',
        lastWebhookAt: seen.get(row.id) ?? null,
      }),
    );
  }

  private async lastWebhooks(
    { tenantId }: TenantContext,
    numbers: PhoneNumber[],
  ): Promise<Map<string, Date>> {
    if (numbers.length === 0) return new Map();
    const found: { id: string; at: Date }[] = await this.tenancy.run({ tenantId }, (rows) =>
      rows.query(
        `SELECT phone_number_id AS id, last_webhook_at AS at FROM phone_number_intake
         WHERE tenant_id = $1 AND phone_number_id = ANY($2)`,
        [tenantId, numbers.map((row) => row.id)],
      ),
    );
    return new Map(found.map(({ id, at }) => [id, at]));
  }
}

/** The tenant's number with Meta's id, or `not_found`. */
export async function findNumber(
  rows: EntityManager,
  { tenantId }: TenantContext,
  phoneNumberId: string,
): Promise<PhoneNumber> {
  const number = await rows.findOne(PhoneNumber, {
    where: { tenantId, phoneNumberId },
    relations: { app: true, businessAccount: true },
  });
  if (!number) throw notFound('phone number');
  return number;
}

/** The named account, else the app's, where both are the tenant's. */
async function accountFor(
  rows: EntityManager,
  ctx: TenantContext,
  app: MetaApp,
  businessId: string | undefined,
) {
  if (businessId !== undefined) return (await findAccount(rows, ctx, businessId)).id;
  return app.tenantId === ctx.tenantId ? app.businessAccountId : null;
}

function digitsOrRefuse(written: string): string {
  const digits = digitsOf(written);
  if (digits !== undefined) return digits;
  throw invalidField('phoneNumber', 'must be a phone number with its country code, like +1 555 010 9999');
}

function viewOf(
  row: PhoneNumber,
  { appId, lastWebhookAt }: Pick<PhoneNumberView, 'appId' | 'lastWebhookAt'>,
): PhoneNumberView {
  return {
    phoneNumberId: row.phoneNumberId,
    appId,
    businessId: row.businessAccount?.businessId ?? null,
    phoneNumber: row.phoneNumber,
    displayName: row.displayName,
    lastWebhookAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}
