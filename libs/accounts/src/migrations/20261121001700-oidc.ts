import { definer, wall } from '@waypost/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Signing in to a tenant at its own provider. */
export class Oidc20261121001700 implements MigrationInterface {
  name = 'Oidc20261121001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE oidc_provider (
        tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, id uuid NOT NULL,
        issuer text NOT NULL, client_id text NOT NULL, client_secret bytea NOT NULL,
        email_domains text[] NOT NULL,
        default_role text NOT NULL CHECK (default_role IN ('AGENT', 'BILLING_ADMIN', 'DEVELOPER')),
        create_people boolean NOT NULL,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id));
      ${wall('oidc_provider')}

      -- Who somebody at a provider is here. Of one tenant and never more; gone with the membership.
      CREATE TABLE oidc_identity (
        tenant_id uuid NOT NULL, id uuid NOT NULL, user_id uuid NOT NULL,
        issuer text NOT NULL, subject text NOT NULL, created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, issuer, subject), UNIQUE (tenant_id, issuer, user_id),
        FOREIGN KEY (tenant_id, user_id) REFERENCES membership (tenant_id, user_id) ON DELETE CASCADE);
      CREATE INDEX oidc_identity_user ON oidc_identity (tenant_id, user_id);
      ${wall('oidc_identity')}

      ${definer(
        'find_oidc_tenant(wanted text)',
        'jsonb',
        `SELECT to_jsonb(t.id) FROM tenant t JOIN oidc_provider p ON p.tenant_id = t.id
         WHERE t.slug = wanted AND t.kind = 'customer'`,
      )}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_oidc_tenant(text);
      DROP TABLE oidc_identity; DROP TABLE oidc_provider;`);
  }
}
