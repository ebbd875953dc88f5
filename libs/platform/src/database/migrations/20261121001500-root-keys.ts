import type { MigrationInterface, QueryRunner } from 'typeorm';
import { systemOnly, wall } from '../wall.ts';

/** Several data keys per tenant, keys of the installation itself, their renewal, and secrets that were tampered with. */
export class RootKeys20261121001500 implements MigrationInterface {
  name = 'RootKeys20261121001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE data_key ADD COLUMN wrapped_at timestamptz NOT NULL DEFAULT now();
      -- Apart from the current ones: the version before this one goes on with data_key as it knows it.
      CREATE TABLE retired_data_key (
        tenant_id uuid NOT NULL, id uuid NOT NULL, key_id text NOT NULL, wrapped bytea NOT NULL,
        wrapped_at timestamptz NOT NULL, retired_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id));
      CREATE INDEX retired_data_key_retired ON retired_data_key (retired_at);
      ${wall('retired_data_key', 'SELECT')}

      CREATE TABLE root_secret (
        name text PRIMARY KEY, key_id text NOT NULL, wrapped bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(), wrapped_at timestamptz NOT NULL DEFAULT now());
      ${systemOnly('root_secret')}

      -- Who works on it has it leased; every step is safe to be done twice.
      CREATE TABLE key_rewrap (
        id uuid PRIMARY KEY, state text NOT NULL CHECK (state IN ('running', 'done', 'failed')),
        phase text NOT NULL DEFAULT 'keys' CHECK (phase IN ('keys', 'secrets')),
        new_data_keys boolean NOT NULL, only_tenant uuid, root_key text NOT NULL, error text,
        keys_total int NOT NULL DEFAULT 0, keys_done int NOT NULL DEFAULT 0,
        secrets_total int NOT NULL DEFAULT 0, secrets_done int NOT NULL DEFAULT 0,
        secrets_unreadable int NOT NULL DEFAULT 0, owner uuid, leased_until timestamptz,
        started_by uuid, started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz);
      CREATE UNIQUE INDEX key_rewrap_running ON key_rewrap (state) WHERE state = 'running';
      ${systemOnly('key_rewrap')}

      CREATE TABLE secret_alarm (
        tenant_id uuid NOT NULL, fingerprint bytea NOT NULL, table_name text NOT NULL, column_name text NOT NULL,
        row_id text NOT NULL, problem text NOT NULL, seen_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, fingerprint));
      ${wall('secret_alarm', 'SELECT')}`);

    // Sealing a secret anew changes nothing that anybody has looked up: caches stay as they are.
    await runner.query(`
      CREATE OR REPLACE FUNCTION bump_routing_epoch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        IF current_setting('app.resealing', true) = 'on' THEN RETURN NULL; END IF;
        UPDATE routing_epoch SET epoch = epoch + 1;
        PERFORM pg_notify('waypost_routing', '');
        RETURN NULL;
      END $$;`);
  }

  async down(): Promise<void> {
    throw new Error(
      'Restore a backup to go back before data keys could be renewed: the older version cannot read them.',
    );
  }
}
