import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { Caches, SecretBox, Tenancy } from '@waypost/platform';
import { LookUps } from '../look-ups.ts';
import { metaIdPattern } from '../meta-ids.ts';
import { sealOf } from './app-secrets.ts';
import type { MetaAppRowId } from './meta-app.entity.ts';

/** An app as the intake of webhooks needs it, with its secret in the clear: not for logs, queues or answers. */
export interface AppWithSecret {
  tenantId: TenantId;
  id: MetaAppRowId;
  /** Meta's app id. */
  appId: string;
  /** Null when it was never given: then nothing can be checked with this app. */
  secret: string | null;
  active: boolean;
}

interface Sealed extends Omit<AppWithSecret, 'secret'> {
  key: string;
  sealed: Buffer | null;
}

const columns = `a.tenant_id AS "tenantId", a.id, a.app_id AS "appId", a.app_secret_sealed AS sealed, a.active`;

/** More than anybody would try a signature with. */
const MOST_ACTIVE = 256;

/** Finds Meta apps of every tenant, before it is known whose webhook has come. */
@Injectable()
export class MetaAppSecrets {
  private readonly known: LookUps<AppWithSecret>;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    caches: Caches,
  ) {
    this.known = new LookUps(caches, 'meta-apps');
  }

  async findByAppId(appId: string): Promise<AppWithSecret | undefined> {
    const known = this.known.peek(`app:${appId}`);
    if (known) return known[0];
    if (!metaIdPattern.test(appId)) return undefined;
    const [app] = await this.known.find([`app:${appId}`], (keys) =>
      this.load((rows) =>
        rows.query(`SELECT 'app:' || a.app_id AS key, ${columns} FROM meta_app a WHERE a.app_id = ANY($1)`, [
          bare(keys),
        ]),
      ),
    );
    return app;
  }

  /** The apps that may speak for these accounts: their own, and those through which their numbers are connected. */
  async findByBusinessIds(businessIds: string[]): Promise<AppWithSecret[]> {
    const wanted = businessIds.filter((id) => metaIdPattern.test(id)).map((id) => `account:${id}`);
    const apps = await this.known.find(wanted, (keys) =>
      this.load((rows) =>
        rows.query(
          `SELECT 'account:' || b.business_id AS key, ${columns} FROM business_account b
           JOIN meta_app a ON a.tenant_id = b.tenant_id AND a.business_account_id = b.id
           WHERE b.business_id = ANY($1)
           UNION
           SELECT 'account:' || b.business_id AS key, ${columns} FROM business_account b
           JOIN phone_number n ON n.tenant_id = b.tenant_id AND n.business_account_id = b.id
           JOIN meta_app a ON a.tenant_id = n.app_tenant_id AND a.id = n.meta_app_id
           WHERE b.business_id = ANY($1)`,
          [bare(keys)],
        ),
      ),
    );
    return [...new Map(apps.map((app) => [app.id, app])).values()];
  }

  /** Active apps of the whole hub that have a secret, the oldest first: `limit` of them, at most 256. */
  async activeApps(limit: number): Promise<AppWithSecret[]> {
    const apps = await this.known.find(['active'], () =>
      this.load((rows) =>
        rows.query(
          `SELECT 'active' AS key, ${columns} FROM meta_app a
           WHERE a.active AND a.app_secret_sealed IS NOT NULL ORDER BY a.id LIMIT ${MOST_ACTIVE}`,
        ),
      ),
    );
    return apps.slice(0, limit);
  }

  /**
   * An active app with this verify token; of the app with this id, when one is named. Not cached: Meta asks once,
   * when a webhook is set up.
   */
  async findByVerifyToken(token: string, appId?: string): Promise<AppWithSecret | undefined> {
    const hash = await this.secrets.keyedHash(token);
    const apps = await this.load((rows) =>
      rows.query(
        `SELECT 'token' AS key, ${columns} FROM meta_app a
         WHERE a.verify_token_hash = $1 AND a.active AND a.app_id = coalesce($2, a.app_id) ORDER BY a.id LIMIT 1`,
        [hash, appId ?? null],
      ),
    );
    return apps.get('token')?.[0];
  }

  /** Rows by their key, secrets opened once the rows are read: the unit of work is never around the key look-up. */
  private async load(
    read: (rows: EntityManager) => Promise<Sealed[]>,
  ): Promise<Map<string, AppWithSecret[]>> {
    const byKey = new Map<string, AppWithSecret[]>();
    for (const { key, sealed, ...app } of await this.tenancy.system(read)) {
      const secret = sealed && (await this.secrets.open(sealOf(app.tenantId, app.id, 'app_secret'), sealed));
      byKey.set(key, [...(byKey.get(key) ?? []), { ...app, secret }]);
    }
    return byKey;
  }
}

/** A key without the name of its kind. */
function bare(keys: string[]): string[] {
  return keys.map((key) => key.slice(key.indexOf(':') + 1));
}
