import { Injectable } from '@nestjs/common';
import type { TenantId, UserId } from '@waypost/contracts';
import type { EntityManager } from 'typeorm';
import { newId } from '../../database/ids.ts';
import { AppError, notFound } from '../../errors/app-error.ts';
import { Tenancy } from '../../tenancy/tenancy.ts';
import { RootKeys } from '../root-keys.ts';
import { WrappedKeys } from './wrapped-keys.ts';

/** One renewal of keys, as it stands. */
export interface KeyRewrap {
  id: string;
  state: 'running' | 'done' | 'failed';
  /** `keys`: data keys are wrapped anew; `secrets`: secrets are sealed anew under new data keys. */
  phase: 'keys' | 'secrets';
  newDataKeys: boolean;
  /** Null for all tenants. */
  onlyTenant: TenantId | null;
  /** The root key under which data keys are wrapped. */
  rootKey: string;
  /** What stands in the way; of a running one, what is tried again. */
  error: string | null;
  keysTotal: number;
  keysDone: number;
  secretsTotal: number;
  secretsDone: number;
  /** Secrets that do not open: the audit has them as `secret.altered`. */
  secretsUnreadable: number;
  startedAt: Date;
  finishedAt: Date | null;
}

export interface RewrapWish {
  /** Gives every tenant a new data key too, and seals all its secrets anew. */
  newDataKeys: boolean;
  onlyTenant?: TenantId;
  startedBy?: UserId;
}

/** Root keys, data keys and their renewal, as an operator sees them. */
export interface KeysOverview {
  rootKey: string;
  previousRootKeys: string[];
  dataKeys: { rootKey: string; dataKeys: number }[];
  latest: KeyRewrap | null;
}

const columns = `id, state, phase, new_data_keys AS "newDataKeys", only_tenant AS "onlyTenant", root_key AS "rootKey", error,
  keys_total AS "keysTotal", keys_done AS "keysDone", secrets_total AS "secretsTotal", secrets_done AS "secretsDone",
  secrets_unreadable AS "secretsUnreadable", started_at AS "startedAt", finished_at AS "finishedAt"`;

/** The renewals of keys as rows, which whoever runs carries on with. */
@Injectable()
export class KeyRewraps {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly roots: RootKeys,
    private readonly keys: WrappedKeys,
  ) {}

  async overview(): Promise<KeysOverview> {
    return {
      rootKey: this.roots.current.id,
      previousRootKeys: this.roots.previous.map(({ id }) => id),
      dataKeys: await this.keys.byRootKey(),
      latest: (await this.latest()) ?? null,
    };
  }

  async latest(): Promise<KeyRewrap | undefined> {
    const [row] = await this.tenancy.system<KeyRewrap[]>((rows) =>
      rows.query(`SELECT ${columns} FROM key_rewrap ORDER BY started_at DESC, id DESC LIMIT 1`),
    );
    return row;
  }

  /** `alongside` is done in the same unit of work. Throws `not_found`, and `wrong_state` while one runs. */
  async start(
    { newDataKeys, onlyTenant, startedBy }: RewrapWish,
    alongside: (rows: EntityManager, started: KeyRewrap) => Promise<void> = async () => undefined,
  ): Promise<KeyRewrap> {
    return this.tenancy.system(async (rows) => {
      if (onlyTenant) {
        const known: unknown[] = await rows.query('SELECT FROM tenant WHERE id = $1', [onlyTenant]);
        if (known.length === 0) throw notFound('tenant');
      }
      await rows.query(
        `UPDATE key_rewrap SET state = 'failed', finished_at = now(), error = 'It was begun under a root key that is not the present one.'
         WHERE state = 'running' AND root_key <> $1 AND coalesce(leased_until < now(), true)`,
        [this.roots.current.id],
      );
      const started: KeyRewrap[] = await rows.query(
        `INSERT INTO key_rewrap (id, state, new_data_keys, only_tenant, root_key, started_by)
         VALUES ($1, 'running', $2, $3, $4, $5) ON CONFLICT (state) WHERE state = 'running' DO NOTHING RETURNING ${columns}`,
        [newId<'rewrap'>(), newDataKeys, onlyTenant ?? null, this.roots.current.id, startedBy ?? null],
      );
      const [rewrap] = started;
      if (!rewrap)
        throw new AppError(
          'wrong_state',
          'Keys are being renewed already. GET system/keys shows how far it is.',
        );
      await alongside(rows, rewrap);
      return rewrap;
    });
  }
}
