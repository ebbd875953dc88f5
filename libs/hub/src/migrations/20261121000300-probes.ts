import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Circuits that are closed by hand, and what the overview counts by. */
export class Probes20261121000300 implements MigrationInterface {
  name = 'Probes20261121000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When somebody said that what had failed before does not count any more: a probe was answered, or the project
      -- was enabled. By the database's clock, which all processes share.
      ALTER TABLE project_health ADD COLUMN forgiven_at timestamptz;
      -- Tests are few; without them "received" is what Meta has sent.
      CREATE INDEX delivery_test ON delivery (tenant_id, id) WHERE source = 'test';

      -- The pages that show an app's connection look again when Meta has called for the first time, or in vain.
      CREATE TRIGGER signals_new AFTER INSERT ON meta_app_intake
        FOR EACH ROW EXECUTE FUNCTION signal_change('setup');
      CREATE TRIGGER signals_changed AFTER UPDATE ON meta_app_intake
        FOR EACH ROW WHEN (old.verified_at IS DISTINCT FROM new.verified_at
          OR old.last_refused_at IS DISTINCT FROM new.last_refused_at)
        EXECUTE FUNCTION signal_change('setup');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER signals_changed ON meta_app_intake; DROP TRIGGER signals_new ON meta_app_intake;
      DROP INDEX delivery_test;
      ALTER TABLE project_health DROP COLUMN forgiven_at;`);
  }
}
