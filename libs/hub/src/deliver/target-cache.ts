import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ProjectId, TenantId } from '@waypost/contracts';
import { Caches, CountedCache, SecretBox, SETTINGS, type Settings, SYSTEM } from '@waypost/platform';

/** A project's secret as its two schemes use it: Meta's takes it as text, Standard Webhooks what `whsec_` encodes. */
export interface SigningKeys {
  hub: KeyObject;
  standard: KeyObject;
}

/** A project as the deliverer needs it. */
export interface Target {
  endpoint: string;
  headers: Record<string, string>;
  keys: SigningKeys;
  previousKeys: (SigningKeys & { until: Date }) | null;
  timeoutMs: number;
}

/** Why a project gets nothing: its tenant is suspended or being deleted, or it is switched off or gone. */
export type Withheld = 'held' | 'disabled';

interface Row {
  tenantId: TenantId;
  endpoint: string;
  status: string;
  suspended: boolean;
  headers: Buffer | null;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousSecretExpiresAt: Date | null;
}

/** Projects with their secrets opened, kept in the process until configuration changes. */
@Injectable()
export class TargetCache {
  private readonly targets: CountedCache<Target | Withheld>;
  private readonly loading = new Map<ProjectId, { target: Promise<Target | Withheld>; clears: number }>();

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly secrets: SecretBox,
    caches: Caches,
  ) {
    this.targets = caches.add(new CountedCache<Target | Withheld>('projects', 10_000));
  }

  get({ tenantId, projectId }: { tenantId: TenantId; projectId: ProjectId }): Promise<Target | Withheld> | Target | Withheld {
    const known = this.targets.get(projectId);
    if (known) return known;
    const { clears } = this.targets.stats();
    const underway = this.loading.get(projectId);
    // A load that was begun before a change is not to be shared after it.
    if (underway?.clears === clears) return underway.target;
    const begun = { target: this.load(tenantId, projectId), clears };
    this.loading.set(projectId, begun);
    return begun.target.finally(() => {
      if (this.loading.get(projectId) === begun) this.loading.delete(projectId);
    });
  }

  private async load(tenantId: TenantId, projectId: ProjectId): Promise<Target | Withheld> {
    const { clears } = this.targets.stats();
    const rows: Row[] = await this.database.query(
      `SELECT p.tenant_id AS "tenantId", p.endpoint, p.status, t.status <> 'active' AS suspended,
              p.headers_sealed AS headers, p.secret_sealed AS secret, p.previous_secret_sealed AS "previousSecret",
              p.previous_secret_expires_at AS "previousSecretExpiresAt"
       FROM project p JOIN tenant t ON t.id = p.tenant_id WHERE p.tenant_id = $1 AND p.id = $2`,
      [tenantId, projectId],
    );
    const target = await this.toTarget(projectId, rows[0]);
    // What was read before a change must not outlive it.
    if (this.targets.stats().clears === clears) this.targets.set(projectId, target);
    return target;
  }

  private async toTarget(projectId: ProjectId, row: Row | undefined): Promise<Target | Withheld> {
    if (!row || row.status !== 'enabled') return 'disabled';
    if (row.suspended) return 'held';
    const open = (column: string, sealed: Buffer) =>
      this.secrets.open({ tenantId: row.tenantId, table: 'project', column, rowId: projectId }, sealed);
    return {
      endpoint: row.endpoint,
      headers: row.headers ? (JSON.parse(await open('headers', row.headers)) as Record<string, string>) : {},
      keys: signingKeys(await open('secret', row.secret)),
      previousKeys:
        row.previousSecret && row.previousSecretExpiresAt
          ? { ...signingKeys(await open('previous_secret', row.previousSecret)), until: row.previousSecretExpiresAt }
          : null,
      timeoutMs: this.settings.deliveryTimeoutMs,
    };
  }
}

/** Keys are prepared once per project: to build one from bytes for each signature costs more than the signature. */
export function signingKeys(secret: string): SigningKeys {
  return {
    hub: createSecretKey(Buffer.from(secret)),
    standard: createSecretKey(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')),
  };
}
