import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definer, systemOnly } from '@waypost/platform';

const unlimited = `'{"messagesPerMinute": null, "messagesPerMonth": null, "apiCallsPerMinute": null, "numbers": null,
  "projects": null, "users": null, "contacts": null, "apiKeys": null, "retentionDays": null}'`;

/** Plans, what a tenant has by them, and how the life of a tenant ends. */
export class Plans20261121001400 implements MigrationInterface {
  name = 'Plans20261121001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plan (
        id uuid PRIMARY KEY, slug text NOT NULL UNIQUE, name text NOT NULL, description text NOT NULL DEFAULT '',
        -- A number per limit; null is no limit.
        limits jsonb NOT NULL CHECK (jsonb_typeof(limits) = 'object'), features text[] NOT NULL DEFAULT '{}',
        price_micros bigint NOT NULL CHECK (price_micros >= 0), currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
        interval text NOT NULL CHECK (interval IN ('month', 'year')),
        public boolean NOT NULL DEFAULT true, archived_at timestamptz, position int NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL);
      ${systemOnly('plan')}
      -- Limits are kept in every process until configuration changes.
      CREATE TRIGGER routing AFTER UPDATE OR DELETE ON plan
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();

      SET LOCAL ROLE waypost_system;
      INSERT INTO plan (id, slug, name, description, limits, features, price_micros, currency, interval, position, created_at, updated_at)
      VALUES
        ('01990000-0000-7000-8000-000000000001', 'starter', 'Starter', 'For a first number and a small team.',
         ${unlimited}::jsonb || '{"messagesPerMinute": 60, "messagesPerMonth": 10000, "apiCallsPerMinute": 1200, "numbers": 5,
           "projects": 20, "users": 10, "contacts": 5000, "apiKeys": 10, "retentionDays": 30}',
         '{branding,audit-export}', 29000000, 'USD', 'month', 1, now(), now()),
        ('01990000-0000-7000-8000-000000000002', 'pro', 'Pro', 'For several numbers, teams and systems.',
         ${unlimited}::jsonb || '{"messagesPerMinute": 600, "messagesPerMonth": 250000, "apiCallsPerMinute": 6000, "numbers": 25,
           "projects": 100, "users": 100, "contacts": 100000, "apiKeys": 50, "retentionDays": 90}',
         '{branding,audit-export,single-sign-on,campaigns,bot}', 149000000, 'USD', 'month', 2, now(), now()),
        ('01990000-0000-7000-8000-000000000003', 'enterprise', 'Enterprise', 'Without limits.',
         ${unlimited}, '{branding,audit-export,single-sign-on,campaigns,bot}', 990000000, 'USD', 'month', 3, now(), now());
      RESET ROLE;

      ALTER TABLE tenant ADD COLUMN plan_id uuid REFERENCES plan (id);
      SET LOCAL ROLE waypost_system;
      -- Whoever was here before there were plans keeps all they have.
      UPDATE tenant SET plan_id = '01990000-0000-7000-8000-000000000003';
      RESET ROLE;`);
    await runner.query(`
      ALTER TABLE tenant ALTER COLUMN plan_id SET NOT NULL;
      CREATE INDEX tenant_plan ON tenant (plan_id);
      -- What the tenant may change of itself is its brand, never its plan or its standing.
      REVOKE UPDATE ON tenant FROM waypost_app;
      GRANT UPDATE (name, brand_name, brand_color, locale, updated_at) ON tenant TO waypost_app;

      ALTER TABLE tenant DROP CONSTRAINT tenant_status_check,
        ADD CONSTRAINT tenant_status_check CHECK (status IN ('active', 'suspended', 'deleting')),
        ADD COLUMN suspended_at timestamptz, ADD COLUMN suspended_reason text,
        ADD COLUMN deletion_asked_at timestamptz, ADD COLUMN erase_after timestamptz, ADD COLUMN erasing_since timestamptz,
        ADD CONSTRAINT tenant_deleting CHECK ((status = 'deleting') = (erase_after IS NOT NULL)),
        ADD CONSTRAINT tenant_erasing CHECK (erasing_since IS NULL OR status = 'deleting');
      CREATE INDEX tenant_erase_after ON tenant (erase_after) WHERE status = 'deleting';

      -- What stays of a tenant that was erased; while it is being erased, how far that has come.
      CREATE TABLE tenant_tombstone (
        id uuid PRIMARY KEY, asked_at timestamptz NOT NULL, started_at timestamptz NOT NULL, deleted_at timestamptz,
        counts jsonb NOT NULL DEFAULT '{}', progress jsonb,
        CHECK (deleted_at IS NULL OR progress IS NULL));
      ${systemOnly('tenant_tombstone')}`);
    await runner.query(`
      SET LOCAL ROLE waypost_system;
      UPDATE tenant SET suspended_at = updated_at WHERE status = 'suspended';
      RESET ROLE;`);

    const plan = `jsonb_build_object('id', p.id, 'slug', p.slug, 'name', p.name, 'description', p.description,
      'limits', p.limits, 'features', p.features, 'priceMicros', p.price_micros, 'currency', p.currency,
      'interval', p.interval, 'public', p.public, 'archivedAt', p.archived_at, 'position', p.position,
      'createdAt', p.created_at, 'updatedAt', p.updated_at)`;
    await runner.query(
      definer(
        'find_plan_of(wanted uuid)',
        'jsonb',
        `SELECT ${plan} FROM tenant t JOIN plan p ON p.id = t.plan_id WHERE t.id = wanted`,
      ),
    );
    await runner.query(
      definer(
        'find_offered_plans()',
        'jsonb',
        `SELECT coalesce(jsonb_agg(${plan} ORDER BY p.position, p.id), '[]') FROM plan p
         WHERE p.public AND p.archived_at IS NULL`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_offered_plans(); DROP FUNCTION find_plan_of(uuid);
      DROP TABLE tenant_tombstone;
      SET LOCAL ROLE waypost_system;
      UPDATE tenant SET status = 'suspended', erase_after = NULL, erasing_since = NULL WHERE status = 'deleting';
      RESET ROLE;
      ALTER TABLE tenant DROP CONSTRAINT tenant_status_check, DROP CONSTRAINT tenant_erasing, DROP CONSTRAINT tenant_deleting,
        DROP COLUMN plan_id, DROP COLUMN suspended_at, DROP COLUMN suspended_reason,
        DROP COLUMN deletion_asked_at, DROP COLUMN erase_after, DROP COLUMN erasing_since;
      ALTER TABLE tenant ADD CONSTRAINT tenant_status_check CHECK (status IN ('active', 'suspended'));
      GRANT UPDATE ON tenant TO waypost_app;
      DROP TABLE plan;`);
  }
}
