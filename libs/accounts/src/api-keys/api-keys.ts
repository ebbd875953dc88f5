import { Injectable } from '@nestjs/common';
import { defaultLocale, type Permission, type TenantId } from '@waypost/contracts';
import { AppError, Clock, Log, notFound, Tenancy } from '@waypost/platform';
import type { KeyPrincipal } from '../sessions/principal.ts';
import type { TenantStatus } from '../tenants/tenant.entity.ts';
import type { ApiKeyId } from './api-key.entity.ts';
import { hashMatches, partsOf } from './key-text.ts';

interface FoundKey {
  id: ApiKeyId;
  tenantId: TenantId;
  tenantStatus: TenantStatus;
  name: string;
  scopes: Permission[];
  secretHash: string;
  previousHash: string | null;
  previousUntil: string | null;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export interface PresentedKey {
  key: string;
  /** The tenant that the call names; a key has but one. */
  actingFor?: TenantId;
  address: string;
  userAgent?: string;
  requestId: string;
}

const MINUTE_MS = 60_000;

/** Of several processes that saw the key used one writes. */
const NOTE_USE = `
  UPDATE api_key SET last_used_at = $3
  WHERE tenant_id = $1 AND id = $2 AND (last_used_at IS NULL OR last_used_at <= $4)`;

/** Turns a presented API key into who calls. Looked up each time, so a key that is revoked is refused at once. */
@Injectable()
export class ApiKeys {
  /** Keys whose use is being noted at this moment. */
  private readonly noting = new Set<string>();

  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** Throws `unauthenticated`, and `not_found` when the call names another tenant than the key's. */
  async identify({ key, actingFor, address, userAgent, requestId }: PresentedKey): Promise<KeyPrincipal> {
    const found = await this.find(key);
    const { id, tenantId, tenantStatus, name, scopes } = found;
    if (actingFor !== undefined && actingFor !== tenantId) throw notFound('tenant');
    this.noteUse(found);
    return {
      kind: 'key',
      tenantId,
      tenantStatus,
      apiKey: { id, name, scopes },
      superAdmin: false,
      emailVerified: true,
      locale: defaultLocale,
      address,
      userAgent,
      requestId,
    };
  }

  private async find(key: string): Promise<FoundKey> {
    const parts = partsOf(key);
    const found =
      parts && (await this.tenancy.lookUp<FoundKey>('SELECT find_api_key($1) AS found', [parts.id]));
    if (!parts || !found || !this.isGood(found, parts.secret)) {
      throw new AppError(
        'unauthenticated',
        'This API key is not accepted: it is mistyped, revoked or was replaced. Make one under API keys.',
      );
    }
    if (found.expiresAt !== null && new Date(found.expiresAt) <= this.clock.now()) {
      throw new AppError(
        'unauthenticated',
        'The time of this API key is over. Make a new one under API keys.',
      );
    }
    return found;
  }

  private isGood({ secretHash, previousHash, previousUntil }: FoundKey, secret: string): boolean {
    if (hashMatches(secret, Buffer.from(secretHash, 'hex'))) return true;
    if (previousHash === null || previousUntil === null) return false;
    return (
      new Date(previousUntil) > this.clock.now() && hashMatches(secret, Buffer.from(previousHash, 'hex'))
    );
  }

  /** At most once a minute, and nobody waits for it. */
  private noteUse({ id, tenantId, lastUsedAt }: FoundKey): void {
    const now = this.clock.now();
    const before = new Date(now.getTime() - MINUTE_MS);
    if ((lastUsedAt !== null && new Date(lastUsedAt) > before) || this.noting.has(id)) return;
    this.noting.add(id);
    const values = [tenantId, id, now, before];
    this.tenancy
      .run({ tenantId }, (rows) => rows.query(NOTE_USE, values))
      .catch((error: unknown) => this.log.failure('api-keys: a use was not noted', error, { tenantId }))
      .finally(() => this.noting.delete(id));
  }
}
