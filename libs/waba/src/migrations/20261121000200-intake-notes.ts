import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '@waypost/platform';

export class IntakeNotes20261121000200 implements MigrationInterface {
  name = 'IntakeNotes20261121000200';

  async up(runner: QueryRunner): Promise<void> {
    // Apart from meta_app and phone_number, so that what the intake learns does not touch routes. Updated all the
    // time and never in an indexed column, hence the room in the pages.
    await runner.query(`
      CREATE TABLE meta_app_intake (
        tenant_id uuid NOT NULL, meta_app_id uuid NOT NULL,
        verified_at timestamptz, last_webhook_at timestamptz, last_refused_at timestamptz,
        last_refused_reason text
          CHECK (last_refused_reason IN ('no_signature', 'wrong_signature', 'no_app_secret', 'not_active')),
        PRIMARY KEY (tenant_id, meta_app_id),
        FOREIGN KEY (tenant_id, meta_app_id) REFERENCES meta_app (tenant_id, id) ON DELETE CASCADE)
        WITH (fillfactor = 50);
      ${wall('meta_app_intake', 'SELECT')}

      CREATE TABLE phone_number_intake (
        tenant_id uuid NOT NULL, phone_number_id uuid NOT NULL, last_webhook_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, phone_number_id),
        FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_number (tenant_id, id) ON DELETE CASCADE)
        WITH (fillfactor = 50);
      ${wall('phone_number_intake', 'SELECT')}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE phone_number_intake, meta_app_intake;');
  }
}
