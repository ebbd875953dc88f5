import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import { LessThan, type EntityManager } from 'typeorm';
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
import { violationOf } from '../violations.ts';
import { BusinessAccount } from './business-account.entity.ts';

export interface NewBusinessAccount {
  businessId: string;
  name: string;
  /** IANA name; `UTC` by default. */
  timezone?: string;
}

export interface BusinessAccountView {
  businessId: string;
  name: string;
  timezone: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A tenant's WhatsApp Business accounts, addressed by Meta's ids. */
@Injectable()
export class BusinessAccountsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Throws `already_exists`, in words that do not say who else holds the account. */
  async create(ctx: ActingContext, input: NewBusinessAccount): Promise<BusinessAccountView> {
    const now = this.clock.now();
    const { businessId, name, timezone = 'UTC' } = input;
    const { tenantId } = ctx;
    const account = {
      tenantId,
      id: newId<'business-account'>(),
      businessId,
      name,
      timezone,
      createdAt: now,
      updatedAt: now,
    };
    try {
      await this.tenancy.run(ctx, async (rows) => {
        await rows.insert(BusinessAccount, account);
        const after = { name, timezone };
        await this.audit.record(rows, ctx, { action: 'business-account.created', target: targetOf(account), after });
      });
    } catch (error) {
      if (violationOf(error) === 'unique') throw await this.taken(ctx, businessId);
      throw error;
    }
    return viewOf(account);
  }

  async list(ctx: TenantContext, { limit, after }: PageRequest): Promise<PagePart<BusinessAccountView>> {
    const rows = await this.tenancy.run(ctx, (rows) =>
      rows.find(BusinessAccount, {
        where: { tenantId: ctx.tenantId, ...(after && { id: LessThan(after) }) },
        order: { id: 'DESC' },
        take: limit + 1,
      }),
    );
    const page = pageOf(rows, limit, (row) => row.id);
    return { ...page, data: page.data.map(viewOf) };
  }

  get(ctx: TenantContext, businessId: string): Promise<BusinessAccountView> {
    return this.tenancy.run(ctx, async (rows) => viewOf(await findAccount(rows, ctx, businessId)));
  }

  patch(
    ctx: ActingContext,
    businessId: string,
    change: { name?: string; timezone?: string },
  ): Promise<BusinessAccountView> {
    return this.tenancy.run(ctx, async (rows) => {
      const account = await findAccount(rows, ctx, businessId);
      const { name, timezone } = account;
      await this.audit.record(rows, ctx, {
        action: 'business-account.updated',
        target: targetOf(account),
        before: { name, timezone },
        after: { name, timezone, ...change },
      });
      return viewOf(await rows.save(BusinessAccount, { ...account, ...change, updatedAt: this.clock.now() }));
    });
  }

  /** Throws `in_use` while an app or a number belongs to the account. */
  async delete(ctx: ActingContext, businessId: string): Promise<void> {
    try {
      await this.tenancy.run(ctx, async (rows) => {
        const account = await findAccount(rows, ctx, businessId);
        await rows.delete(BusinessAccount, { tenantId: ctx.tenantId, id: account.id });
        await this.audit.record(rows, ctx, { action: 'business-account.deleted', target: targetOf(account) });
      });
    } catch (error) {
      if (violationOf(error) !== 'foreign_key') throw error;
      throw new AppError(
        'in_use',
        'Apps or phone numbers belong to this business account. Delete them first.',
      );
    }
  }

  private async taken(ctx: TenantContext, businessId: string): Promise<AppError> {
    const own = await this.tenancy.run(ctx, (rows) =>
      rows.existsBy(BusinessAccount, { tenantId: ctx.tenantId, businessId }),
    );
    const detail = own
      ? 'You have this business account already.'
      : 'This business account is held elsewhere in this hub. Ask whoever runs the hub to move it.';
    return new AppError('already_exists', detail);
  }
}

/** The tenant's account with Meta's id, or `not_found`. */
export async function findAccount(
  rows: EntityManager,
  { tenantId }: TenantContext,
  businessId: string,
): Promise<BusinessAccount> {
  const account = await rows.findOneBy(BusinessAccount, { tenantId, businessId });
  if (!account) throw notFound('business account');
  return account;
}

function targetOf({ businessId, name }: Pick<BusinessAccount, 'businessId' | 'name'>) {
  return { type: 'business-account', id: businessId, name };
}

function viewOf({ businessId, name, timezone, createdAt, updatedAt }: BusinessAccount): BusinessAccountView {
  return { businessId, name, timezone, createdAt, updatedAt };
}
