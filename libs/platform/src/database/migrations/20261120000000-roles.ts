import type { MigrationInterface, QueryRunner } from 'typeorm';
import { systemOnly, wall } from '../wall.ts';

/** The database roles, and what every process needs before there is a tenant. */
export class Roles20261120000000 implements MigrationInterface {
  name = 'Roles20261120000000';

  async up(runner: QueryRunner): Promise<void> {
    // Roles belong to the cluster and may be there from another database; two migrations may race for them.
    for (const role of ['waypost_app', 'waypost_system']) {
      await runner.query(`
        DO $$ BEGIN
          CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT ${role} TO CURRENT_USER;
        GRANT USAGE ON SCHEMA public TO ${role};`);
    }
    await runner.query(`GRANT CREATE ON SCHEMA public TO waypost_system`);
    await runner.query(`
      CREATE TABLE data_key (
        tenant_id uuid NOT NULL, id uuid NOT NULL, key_id text NOT NULL, wrapped bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (tenant_id, id));
      CREATE UNIQUE INDEX data_key_current ON data_key (tenant_id);
      ${wall('data_key', 'SELECT, INSERT')}

      CREATE TABLE routing_epoch (id boolean PRIMARY KEY DEFAULT true CHECK (id), epoch bigint NOT NULL);
      INSERT INTO routing_epoch (epoch) VALUES (1);
      ${systemOnly('routing_epoch')}

      CREATE TABLE process_heartbeat (
        id uuid PRIMARY KEY, kind text NOT NULL, host text NOT NULL, pid int NOT NULL,
        started_at timestamptz NOT NULL, seen_at timestamptz NOT NULL, caches jsonb NOT NULL);
      ${systemOnly('process_heartbeat')}`);
    await runner.query(`
      CREATE FUNCTION bump_routing_epoch() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE routing_epoch SET epoch = epoch + 1;
        PERFORM pg_notify('waypost_routing', '');
        RETURN NULL;
      END $$;
      ALTER FUNCTION bump_routing_epoch() OWNER TO waypost_system;
      REVOKE ALL ON FUNCTION bump_routing_epoch() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION bump_routing_epoch() TO waypost_app, waypost_system;`);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup to go back before the first migration.');
  }
}
