import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lists of deliveries are found by, and what tells browsers that something has changed. */
export class DeliveryLists20261121000100 implements MigrationInterface {
  name = 'DeliveryLists20261121000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What lists show and filter by stands in the delivery itself: joins with events and attempts take seconds where
      -- a tenant has a million of them. The kinds are one text, which is smaller than a list.
      ALTER TABLE delivery ADD COLUMN last_tried_at timestamptz, ADD COLUMN last_ms int,
        ADD COLUMN meta_phone_number_id text, ADD COLUMN kinds text NOT NULL DEFAULT '';
      SET LOCAL ROLE waypost_system;
      UPDATE delivery d SET last_tried_at = a.started_at, last_ms = a.duration_ms,
          meta_phone_number_id = e.meta_phone_number_id, kinds = array_to_string(e.kinds, E'\\x1f')
        FROM event e, delivery o LEFT JOIN LATERAL (
          SELECT started_at, duration_ms FROM attempt WHERE tenant_id = o.tenant_id AND delivery_id = o.id
          ORDER BY id DESC LIMIT 1) a ON true
        WHERE o.tenant_id = d.tenant_id AND o.id = d.id AND e.tenant_id = d.tenant_id AND e.id = d.event_id;
      RESET ROLE;

      -- The few among the many, newest first. What went well and fast at once never stands in either.
      CREATE INDEX delivery_trouble ON delivery (tenant_id, id)
        WHERE last_error IS NOT NULL OR state IN ('waiting', 'failed', 'cancelled');
      CREATE INDEX delivery_slow ON delivery (tenant_id, id) WHERE last_ms >= 1000;

      -- Says whose configuration has changed, and what of it: topics for the browsers that look at it.
      CREATE FUNCTION signal_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
      DECLARE changed jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
      BEGIN
        PERFORM pg_notify('waypost_signals', jsonb_build_object(
          coalesce(changed->>'tenant_id', changed->>'id'), to_jsonb(TG_ARGV))::text);
        RETURN NULL;
      END $$;`);
    for (const table of ['business_account', 'meta_app', 'phone_number']) {
      await runner.query(signals(table, 'INSERT OR UPDATE OR DELETE', ['setup']));
    }
    for (const table of ['project', 'mapping']) {
      await runner.query(signals(table, 'INSERT OR UPDATE OR DELETE', ['projects', 'setup']));
    }
    await runner.query(signals('tenant', 'UPDATE', ['projects', 'setup']));
    await runner.query(signals('project_health', 'INSERT OR UPDATE', ['projects']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION signal_change() CASCADE;
      DROP INDEX delivery_trouble, delivery_slow;
      ALTER TABLE delivery DROP COLUMN last_tried_at, DROP COLUMN last_ms,
        DROP COLUMN meta_phone_number_id, DROP COLUMN kinds;`);
  }
}

function signals(table: string, operations: string, topics: string[]): string {
  const names = topics.map((topic) => `'${topic}'`).join(', ');
  return `CREATE TRIGGER signals AFTER ${operations} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION signal_change(${names});`;
}
