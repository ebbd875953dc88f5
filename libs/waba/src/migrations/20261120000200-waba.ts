import type { MigrationInterface, QueryRunner } from 'typeorm';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { wall } from '@waypost/platform';

export class Waba20261120000200 implements MigrationInterface {
  name = 'Waba20261120000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE business_account (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        business_id text NOT NULL UNIQUE, name text NOT NULL, timezone text NOT NULL DEFAULT 'UTC',
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id));
      ${wall('business_account')}

      CREATE TABLE meta_app (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        app_id text NOT NULL UNIQUE, business_account_id uuid, name text NOT NULL,
        verify_token_sealed bytea NOT NULL, verify_token_hash bytea NOT NULL, app_secret_sealed bytea,
        active boolean NOT NULL DEFAULT true,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        FOREIGN KEY (tenant_id, business_account_id) REFERENCES business_account (tenant_id, id));
      CREATE INDEX meta_app_verify_token ON meta_app (verify_token_hash);
      CREATE INDEX meta_app_business_account ON meta_app (tenant_id, business_account_id);
      ${wall('meta_app')}

      -- A number connects through an app of its own tenant or of the platform, and through nobody else's.
      CREATE TABLE phone_number (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        phone_number_id text NOT NULL UNIQUE, phone_number text NOT NULL, display_name text NOT NULL,
        app_tenant_id uuid NOT NULL, meta_app_id uuid NOT NULL, business_account_id uuid,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id),
        CHECK (app_tenant_id = tenant_id OR app_tenant_id = '${PLATFORM_TENANT_ID}'),
        FOREIGN KEY (app_tenant_id, meta_app_id) REFERENCES meta_app (tenant_id, id),
        FOREIGN KEY (tenant_id, business_account_id) REFERENCES business_account (tenant_id, id));
      CREATE INDEX phone_number_digits ON phone_number (phone_number);
      CREATE INDEX phone_number_app ON phone_number (app_tenant_id, meta_app_id);
      CREATE INDEX phone_number_business_account ON phone_number (tenant_id, business_account_id);
      ${wall('phone_number')}

      CREATE TRIGGER routing AFTER INSERT OR UPDATE OR DELETE ON business_account
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();
      CREATE TRIGGER routing AFTER INSERT OR UPDATE OR DELETE ON meta_app
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();
      CREATE TRIGGER routing AFTER INSERT OR UPDATE OR DELETE ON phone_number
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_number; DROP TABLE meta_app; DROP TABLE business_account;');
  }
}
