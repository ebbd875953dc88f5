import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '@waypost/platform';

/** What is erased of customers at their wish, and how long a tenant keeps what came in. */
export class Privacy20261121001610 implements MigrationInterface {
  name = 'Privacy20261121001610';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When somebody was erased from its body; marks stand in it from then on.
      ALTER TABLE event ADD COLUMN erased_at timestamptz;

      -- Whom it is about is sealed while the work goes on, and gone with its end; the hash is under a key that the
      -- database does not have.
      CREATE TABLE customer_erasure (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        person_sealed bytea, person_hash bytea NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done')),
        step text NOT NULL DEFAULT 'events' CHECK (step IN ('events', 'webhooks')), position uuid,
        events int NOT NULL DEFAULT 0, webhooks int NOT NULL DEFAULT 0, items int NOT NULL DEFAULT 0,
        answers int NOT NULL DEFAULT 0, cancelled int NOT NULL DEFAULT 0,
        created_by uuid, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, finished_at timestamptz,
        PRIMARY KEY (tenant_id, id));
      CREATE INDEX customer_erasure_running ON customer_erasure (id) WHERE state = 'running';
      ${wall('customer_erasure', 'SELECT, INSERT')}

      -- Days that a tenant keeps events; without a row, what its plan and the installation say.
      CREATE TABLE tenant_retention (
        tenant_id uuid NOT NULL PRIMARY KEY REFERENCES tenant (id),
        event_days int CHECK (event_days >= 1),
        -- Raw webhooks have no index by tenant: up to here they were gone through.
        webhooks_swept uuid, updated_at timestamptz NOT NULL);
      ${wall('tenant_retention', 'SELECT, INSERT, UPDATE')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE tenant_retention, customer_erasure; ALTER TABLE event DROP COLUMN erased_at;');
  }
}
