import { Injectable } from '@nestjs/common';
import { keyScopes, type Permission, roleAllows, type UserId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  Tenancy,
} from '@waypost/platform';
import { type EntityManager, LessThan } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { Plans } from '../plans/plans.ts';
import type { KeyPrincipal, TenantPrincipal } from '../sessions/principal.ts';
import { Tenant } from '../tenants/tenant.entity.ts';
import { ApiKey, type ApiKeyId } from './api-key.entity.ts';
import { hashOfSecret, keyText, newSecret, shownPrefix } from './key-text.ts';

export interface NewApiKey {
  name: string;
  /** Out of `keyScopes`, and none that the maker has not. */
  scopes: Permission[];
  /** Never, when absent. */
  expiresAt?: Date;
}

export interface ApiKeyView {
  id: ApiKeyId;
  name: string;
  scopes: Permission[];
  /** How the key begins and ends. */
  prefix: string;
  lastFour: string;
  expiresAt: Date | null;
  /** To the minute. */
  lastUsedAt: Date | null;
  /** While the secret before the last rotation is still good. */
  previousUntil: Date | null;
  createdBy: UserId | null;
  createdAt: Date;
}

/** The one time that a key is shown. */
export type ApiKeyWithKey = ApiKeyView & { key: string };

const HOUR_MS = 3_600_000;

/** The API keys of a tenant. Who has fewer permissions than a key cannot come to have them through it. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly audit: Audit,
    private readonly plans: Plans,
    private readonly clock: Clock,
  ) {}

  /** Throws `invalid_input` (scopes, expiresAt), `forbidden` for scopes beyond the maker's own and `limit_reached`. */
  create(ctx: TenantPrincipal, { name, scopes, expiresAt }: NewApiKey): Promise<ApiKeyWithKey> {
    const now = this.clock.now();
    checkScopes(ctx, scopes);
    if (expiresAt && expiresAt <= now) throw invalid('expiresAt', 'must lie in the future');
    const secret = newSecret();
    const key = Object.assign(new ApiKey(), {
      tenantId: ctx.tenantId,
      id: newId<'api-key'>(),
      name,
      scopes: ordered(scopes),
      secretHash: hashOfSecret(secret),
      lastFour: secret.slice(-4),
      previousHash: null,
      previousUntil: null,
      expiresAt: expiresAt ?? null,
      lastUsedAt: null,
      createdBy: ctx.userId ?? null,
      createdAt: now,
      updatedAt: now,
    });
    return this.tenancy.run(ctx, async (rows) => {
      await this.plans.check(rows, ctx.tenantId, 'apiKeys');
      await rows.insert(ApiKey, key);
      await this.audit.record(rows, ctx, {
        action: 'api-key.created',
        target: targetOf(key),
        after: kept(key),
      });
      return { ...this.view(key), key: keyText({ id: key.id, secret }) };
    });
  }

  /** Newest first. */
  list(ctx: TenantPrincipal, { limit, after }: PageRequest): Promise<PagePart<ApiKeyView>> {
    return this.tenancy.run(ctx, async (rows) => {
      const found = await rows.find(ApiKey, {
        where: { tenantId: ctx.tenantId, ...(after && { id: LessThan(after) }) },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      const page = pageOf(found, limit, (row) => row.id);
      return { ...page, data: page.data.map((key) => this.view(key)) };
    });
  }

  /** What a key is told of itself, with its tenant. */
  self({ tenantId, apiKey }: KeyPrincipal): Promise<{ apiKey: ApiKeyView; tenant: Tenant }> {
    return this.tenancy.run({ tenantId }, async (rows) => {
      const key = await rows.findOneBy(ApiKey, { tenantId, id: apiKey.id });
      if (!key) throw notFound('API key');
      return { apiKey: this.view(key), tenant: await rows.findOneByOrFail(Tenant, { id: tenantId }) };
    });
  }

  /** Throws `invalid_input` and `forbidden` like `create`. */
  change(
    ctx: TenantPrincipal,
    id: ApiKeyId,
    { name, scopes }: { name?: string; scopes?: Permission[] },
  ): Promise<ApiKeyView> {
    if (scopes) checkScopes(ctx, scopes);
    return this.tenancy.run(ctx, async (rows) => {
      const key = await find(rows, ctx, id);
      if (scopes) expectOwnScopes(ctx, key.scopes);
      const before = kept(key);
      Object.assign(key, {
        ...(name !== undefined && { name }),
        ...(scopes && { scopes: ordered(scopes) }),
        updatedAt: this.clock.now(),
      });
      await rows.update(ApiKey, { tenantId: ctx.tenantId, id }, { name: key.name, scopes: key.scopes });
      await this.audit.record(rows, ctx, {
        action: 'api-key.changed',
        target: targetOf(key),
        before,
        after: kept(key),
      });
      return this.view(key);
    });
  }

  /**
   * Gives the key a new secret; the one before stays good for `overlapHours`, one that is older still ends at once.
   * Throws `forbidden` when the key may do more than who asks.
   */
  rotate(
    ctx: TenantPrincipal,
    id: ApiKeyId,
    { overlapHours = 24 }: { overlapHours?: number },
  ): Promise<ApiKeyWithKey> {
    const secret = newSecret();
    return this.tenancy.run(ctx, async (rows) => {
      const key = await find(rows, ctx, id);
      expectOwnScopes(ctx, key.scopes);
      const now = this.clock.now();
      const change = {
        secretHash: hashOfSecret(secret),
        lastFour: secret.slice(-4),
        previousHash: overlapHours > 0 ? key.secretHash : null,
        previousUntil: overlapHours > 0 ? new Date(now.getTime() + overlapHours * HOUR_MS) : null,
        updatedAt: now,
      };
      await rows.update(ApiKey, { tenantId: ctx.tenantId, id }, change);
      await this.audit.record(rows, ctx, {
        action: 'api-key.rotated',
        target: targetOf(key),
        before: { lastFour: key.lastFour },
        after: { lastFour: change.lastFour, previousUntil: change.previousUntil },
      });
      return { ...this.view(Object.assign(key, change)), key: keyText({ id, secret }) };
    });
  }

  /** From now on no call with it is let in. */
  revoke(ctx: TenantPrincipal, id: ApiKeyId): Promise<void> {
    return this.tenancy.run(ctx, async (rows) => {
      const key = await find(rows, ctx, id);
      await rows.delete(ApiKey, { tenantId: ctx.tenantId, id });
      await this.audit.record(rows, ctx, {
        action: 'api-key.revoked',
        target: targetOf(key),
        before: kept(key),
      });
    });
  }

  private view(key: ApiKey): ApiKeyView {
    const { id, name, scopes, lastFour, expiresAt, lastUsedAt, previousUntil, createdBy, createdAt } = key;
    const overlaps = previousUntil !== null && previousUntil > this.clock.now();
    return {
      id,
      name,
      scopes,
      prefix: shownPrefix(id),
      lastFour,
      expiresAt,
      lastUsedAt,
      previousUntil: overlaps ? previousUntil : null,
      createdBy,
      createdAt,
    };
  }
}

/** Two who change a key do it one after the other. */
async function find(rows: EntityManager, { tenantId }: TenantPrincipal, id: ApiKeyId): Promise<ApiKey> {
  const key = await rows.findOne(ApiKey, { where: { tenantId, id }, lock: { mode: 'pessimistic_write' } });
  if (!key) throw notFound('API key');
  return key;
}

function checkScopes(ctx: TenantPrincipal, scopes: Permission[]): void {
  const never = scopes.find((scope) => !keyScopes.includes(scope));
  if (never) throw invalid('scopes', `must not hold ${never}, which no API key can have`);
  expectOwnScopes(ctx, scopes);
}

function expectOwnScopes(ctx: TenantPrincipal, scopes: readonly Permission[]): void {
  const beyond = scopes.find((scope) => !has(ctx, scope));
  if (beyond) {
    throw new AppError(
      'forbidden',
      `You do not have ${beyond} yourself, so you cannot hold a key that has it. Ask an administrator of your tenant.`,
    );
  }
}

function has(who: TenantPrincipal, permission: Permission): boolean {
  if (who.kind === 'key') return who.apiKey.scopes.includes(permission);
  return who.superAdmin || (who.role !== undefined && roleAllows(who.role, permission));
}

const ordered = (scopes: Permission[]) => keyScopes.filter((scope) => scopes.includes(scope));
const targetOf = ({ id, name }: ApiKey) => ({ type: 'api-key', id, name });
const kept = ({ name, scopes, lastFour, expiresAt }: ApiKey) => ({ name, scopes, lastFour, expiresAt });

function invalid(field: string, message: string): AppError {
  return new AppError('invalid_input', { detail: `${field} ${message}.`, errors: [{ field, message }] });
}
