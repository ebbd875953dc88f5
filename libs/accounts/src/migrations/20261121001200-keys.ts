import { definer, systemOnly, wall } from '@waypost/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** API keys, what repeated calls are answered, and how often somebody has called. */
export class Keys20261121001200 implements MigrationInterface {
  name = 'Keys20261121001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Only hashes of secrets: they have 256 bits of chance, so nothing slower than SHA-256 is needed.
      CREATE TABLE api_key (
        tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, id uuid NOT NULL UNIQUE,
        name text NOT NULL, scopes text[] NOT NULL,
        secret_hash bytea NOT NULL, last_four text NOT NULL,
        -- The secret before the last rotation, for as long as both are good.
        previous_hash bytea, previous_until timestamptz,
        expires_at timestamptz, last_used_at timestamptz,
        created_by uuid REFERENCES app_user (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id));
      CREATE INDEX api_key_created_by ON api_key (created_by);
      ${wall('api_key')}

      -- The id is made of who calls and the key they sent, so that a repetition meets the first call.
      CREATE TABLE idempotency_key (
        tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, id uuid NOT NULL,
        fingerprint bytea NOT NULL,
        -- Who works on it: a process that lost the row to another one must not commit any more.
        owner uuid NOT NULL, leased_until timestamptz NOT NULL,
        -- Something was committed: from then on the call is never made again.
        effective boolean NOT NULL DEFAULT false,
        status int, answer bytea,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id));
      CREATE INDEX idempotency_key_expires ON idempotency_key (expires_at);
      ${wall('idempotency_key')}

      -- Counters of a minute, written often: not worth the log, and after a crash counting begins anew.
      CREATE UNLOGGED TABLE rate_limit (key varchar(255) PRIMARY KEY, points int NOT NULL DEFAULT 0, expire bigint);
      ${systemOnly('rate_limit')}`);

    await runner.query(
      definer(
        'find_api_key(wanted uuid)',
        'jsonb',
        `SELECT jsonb_build_object('id', k.id, 'tenantId', k.tenant_id, 'tenantStatus', t.status, 'name', k.name,
           'scopes', k.scopes, 'secretHash', encode(k.secret_hash, 'hex'),
           'previousHash', encode(k.previous_hash, 'hex'), 'previousUntil', k.previous_until,
           'expiresAt', k.expires_at, 'lastUsedAt', k.last_used_at)
         FROM api_key k JOIN tenant t ON t.id = k.tenant_id WHERE k.id = wanted`,
      ),
    );

    // Called last in every transaction of a call with an idempotency key, whatever tenant the transaction is about:
    // the mark commits with the effect, or neither does.
    const claim = 'commit_idempotent(in_tenant uuid, wanted uuid, by_owner uuid)';
    await runner.query(`
      CREATE FUNCTION ${claim} RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        IF pg_current_xact_id_if_assigned() IS NULL THEN RETURN true; END IF;
        UPDATE idempotency_key SET effective = true
          WHERE tenant_id = in_tenant AND id = wanted AND owner = by_owner;
        RETURN FOUND;
      END $$;
      ALTER FUNCTION ${claim} OWNER TO waypost_system;
      REVOKE ALL ON FUNCTION ${claim} FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION ${claim} TO waypost_app, waypost_system;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION commit_idempotent(uuid, uuid, uuid); DROP FUNCTION find_api_key(uuid);
      DROP TABLE rate_limit; DROP TABLE idempotency_key; DROP TABLE api_key;`);
  }
}
