import { Inject, Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { AppError, Clock, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import type { Actor } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import type { MailValues } from '../mail/templates.ts';
import { recordForBoth } from './record-for-both.ts';
import { TenantMails } from './tenant-mails.ts';
import { lockTenant, readTenant, type TenantRow } from './tenant-rows.ts';
import type { Tenant } from './tenant.entity.ts';

const DAY_MS = 86_400_000;

/**
 * Suspending, resuming, deleting and restoring tenants. Each is told to its administrators by mail, and doing it twice
 * changes nothing.
 */
@Injectable()
export class TenantLife {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly mails: TenantMails,
    private readonly audit: Audit,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** From now on webhooks of the tenant are stored and held, and its people cannot work; they are told the reason. */
  async suspend(who: Actor, id: TenantId, reason?: string): Promise<TenantRow> {
    const why = reason?.trim() || null;
    return this.change(who, id, {
      template: 'tenant-suspended',
      values: ({ name }) => ({ tenantName: name, ...(why !== null && { reason: why }) }),
      action: 'tenant.suspended',
      change: (tenant) => {
        if (tenant.status === 'deleting') throw beingDeleted(tenant);
        // A reason can be given afterwards; none given leaves the one that stands.
        if (tenant.status === 'suspended' && (why === null || why === tenant.suspendedReason))
          return undefined;
        return {
          status: 'suspended',
          suspendedAt: tenant.suspendedAt ?? this.clock.now(),
          suspendedReason: why,
        };
      },
    });
  }

  async resume(who: Actor, id: TenantId): Promise<TenantRow> {
    return this.change(who, id, {
      template: 'tenant-resumed',
      values: ({ name }) => ({ tenantName: name, link: this.mails.pages }),
      action: 'tenant.resumed',
      change: (tenant) => {
        if (tenant.status === 'deleting') throw beingDeleted(tenant);
        if (tenant.status === 'active') return undefined;
        return { status: 'active', suspendedAt: null, suspendedReason: null };
      },
    });
  }

  /** Begins the grace after which everything is erased; until then the tenant stands still and can be restored. */
  async askDeletion(who: Actor, id: TenantId): Promise<TenantRow> {
    const now = this.clock.now();
    const eraseAfter = new Date(now.getTime() + this.settings.tenantDeleteGraceDays * DAY_MS);
    return this.change(who, id, {
      template: 'tenant-deletion',
      values: ({ name }) => ({ tenantName: name, until: eraseAfter }),
      action: 'tenant.deletion-asked',
      change: ({ status }) =>
        status === 'deleting' ? undefined : { status: 'deleting', deletionAskedAt: now, eraseAfter },
    });
  }

  /** Back to what it was, active or suspended. Throws `wrong_state` when erasing has begun. */
  async restore(who: Actor, id: TenantId): Promise<TenantRow> {
    return this.change(who, id, {
      template: 'tenant-resumed',
      values: ({ name }) => ({ tenantName: name, link: this.mails.pages }),
      action: 'tenant.restored',
      // Who is suspended as before has nothing to be told.
      mailed: ({ suspendedAt }) => suspendedAt === null,
      change: (tenant) => {
        if (tenant.status !== 'deleting') return undefined;
        if (tenant.erasingSince) throw beingDeleted(tenant);
        const status = tenant.suspendedAt ? ('suspended' as const) : ('active' as const);
        return { status, deletionAskedAt: null, eraseAfter: null };
      },
    });
  }

  private async change<T extends LifeTemplate>(
    who: Actor,
    id: TenantId,
    { template, values, action, change, mailed = () => true }: Step<T>,
  ): Promise<TenantRow> {
    const before = await this.tenancy.system((rows) => readTenant(rows, id));
    // Rendered beforehand, since it takes other units of work, and thrown away when nothing changes.
    const mail = await this.mails.prepare(id, template, values(before));
    const changed = await this.tenancy.system(async (rows) => {
      const tenant = await lockTenant(rows, id);
      const set = change(tenant);
      if (!set) return { tenant: await readTenant(rows, id), told: false };
      const was = kept(tenant);
      const told = mailed(tenant);
      Object.assign(tenant, set, { updatedAt: this.clock.now() });
      await rows.save(tenant);
      if (told) await this.mails.put(rows, mail);
      await recordForBoth(this.audit, rows, who, tenant, { action, before: was, after: kept(tenant) });
      return { tenant: await readTenant(rows, id), told };
    });
    if (changed.told) this.mails.wake();
    return changed.tenant;
  }
}

type LifeTemplate = 'tenant-suspended' | 'tenant-resumed' | 'tenant-deletion';

interface Step<T extends LifeTemplate> {
  template: T;
  values: (tenant: TenantRow) => MailValues[T];
  action: string;
  /** What becomes of the tenant; undefined when it is so already. */
  change: (tenant: Tenant) => Partial<Tenant> | undefined;
  mailed?: (tenant: Tenant) => boolean;
}

function beingDeleted({ erasingSince, eraseAfter }: Tenant): AppError {
  if (erasingSince) {
    return new AppError(
      'wrong_state',
      'The grace of this deletion is over, and the tenant is being erased. There is no way back.',
    );
  }
  const until = eraseAfter ? ` until ${eraseAfter.toISOString().slice(0, 10)}` : '';
  return new AppError(
    'wrong_state',
    `This tenant is being deleted. Restore it first, which is possible${until}.`,
  );
}

function kept({ status, suspendedReason, eraseAfter }: Tenant): object {
  return { status, reason: suspendedReason, eraseAfter };
}
