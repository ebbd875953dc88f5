import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { definer, systemOnly, wall } from '@waypost/platform';

export class Accounts20261120000100 implements MigrationInterface {
  name = 'Accounts20261120000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE tenant (
        id uuid PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL,
        kind text NOT NULL DEFAULT 'customer' CHECK (kind IN ('customer', 'platform')),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'suspended')),
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
      ${wall('tenant', 'SELECT, UPDATE', 'id')}

      -- One person, one row, whatever the number of tenants: found by e-mail through find_sign_in only.
      CREATE TABLE app_user (
        id uuid PRIMARY KEY, email text NOT NULL UNIQUE CHECK (email = lower(email)), name text NOT NULL,
        password_hash text NOT NULL, super_admin boolean NOT NULL DEFAULT false,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        last_tenant_id uuid REFERENCES tenant (id),
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
      ${systemOnly('app_user')}

      CREATE TABLE membership (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        user_id uuid NOT NULL REFERENCES app_user (id),
        role text NOT NULL CHECK (role IN ('TENANT_ADMIN', 'AGENT', 'BILLING_ADMIN', 'DEVELOPER')),
        created_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, user_id));
      CREATE INDEX membership_user ON membership (user_id);
      ${wall('membership')}

      CREATE TRIGGER routing AFTER UPDATE OR DELETE ON tenant
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();`);

    const person = `jsonb_build_object(
      'id', u.id, 'email', u.email, 'name', u.name, 'passwordHash', u.password_hash,
      'superAdmin', u.super_admin, 'status', u.status, 'lastTenantId', u.last_tenant_id,
      'memberships', coalesce((
        SELECT jsonb_agg(jsonb_build_object('tenantId', t.id, 'slug', t.slug, 'name', t.name,
                         'role', m.role, 'status', t.status) ORDER BY m.created_at)
        FROM membership m JOIN tenant t ON t.id = m.tenant_id WHERE m.user_id = u.id), '[]'::jsonb))`;
    await runner.query(
      definer(
        'find_sign_in(wanted text)',
        'jsonb',
        `SELECT ${person} FROM app_user u WHERE u.email = lower(wanted)`,
      ),
    );
    await runner.query(
      definer(
        'find_person(wanted uuid)',
        'jsonb',
        `SELECT ${person} - 'passwordHash' FROM app_user u WHERE u.id = wanted`,
      ),
    );

    await runner.query(`
      SET LOCAL ROLE waypost_system;
      INSERT INTO tenant (id, slug, name, kind, created_at, updated_at)
        VALUES ('${PLATFORM_TENANT_ID}', 'platform', 'Platform', 'platform', now(), now());
      RESET ROLE;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_person(uuid); DROP FUNCTION find_sign_in(text);
      DROP TABLE membership; DROP TABLE app_user; DROP TABLE tenant;`);
  }
}
