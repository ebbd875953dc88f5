import type { MigrationInterface, QueryRunner } from 'typeorm';
import { systemOnly, wall } from '@waypost/platform';

/** Tables that `waypost_system` partitions and prunes while running, hence owns. */
const partitioned = ['webhook_event', 'dedupe_key', 'event', 'delivery', 'attempt'];

export class Router20261120000300 implements MigrationInterface {
  name = 'Router20261120000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE project (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        slug text NOT NULL, name text NOT NULL, description text NOT NULL DEFAULT '', endpoint text NOT NULL,
        headers_sealed bytea, header_names text[] NOT NULL DEFAULT '{}',
        split text NOT NULL DEFAULT 'batch' CHECK (split IN ('batch', 'event')),
        status text NOT NULL DEFAULT 'enabled' CHECK (status IN ('enabled', 'disabled', 'deleted')),
        disabled_reason text CHECK (disabled_reason IN ('manual', 'gone', 'failing')), disabled_at timestamptz,
        secret_sealed bytea NOT NULL, previous_secret_sealed bytea, previous_secret_expires_at timestamptz,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id));
      CREATE UNIQUE INDEX project_slug ON project (tenant_id, slug) WHERE status <> 'deleted';
      ${wall('project')}

      CREATE TABLE mapping (
        tenant_id uuid NOT NULL, id uuid NOT NULL, phone_number_id uuid NOT NULL, project_id uuid NOT NULL,
        priority int NOT NULL DEFAULT 0, fields text[] NOT NULL DEFAULT '{messages}',
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, phone_number_id, project_id),
        FOREIGN KEY (tenant_id, phone_number_id) REFERENCES phone_number (tenant_id, id) ON DELETE CASCADE,
        FOREIGN KEY (tenant_id, project_id) REFERENCES project (tenant_id, id) ON DELETE CASCADE);
      CREATE INDEX mapping_project ON mapping (tenant_id, project_id);
      ${wall('mapping')}

      -- What the deliverer knows of a project; apart from project, so that learning does not touch routes.
      CREATE TABLE project_health (
        tenant_id uuid NOT NULL, project_id uuid NOT NULL,
        breaker text NOT NULL DEFAULT 'closed' CHECK (breaker IN ('closed', 'open', 'half_open')),
        open_until timestamptz, consecutive_failures int NOT NULL DEFAULT 0,
        failing_since timestamptz, warned_at timestamptz, last_success_at timestamptz, last_failure_at timestamptz,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, project_id),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project (tenant_id, id) ON DELETE CASCADE);
      ${wall('project_health', 'SELECT')}

      -- A bulk retry or replay: rows decide, so a restart carries on where it stood.
      CREATE TABLE bulk_operation (
        tenant_id uuid NOT NULL REFERENCES tenant (id), id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('retry', 'replay')), filter jsonb NOT NULL,
        state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled')),
        total int NOT NULL, processed int NOT NULL DEFAULT 0, affected int NOT NULL DEFAULT 0,
        position uuid, created_by uuid, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
        finished_at timestamptz,
        PRIMARY KEY (tenant_id, id));
      CREATE INDEX bulk_operation_running ON bulk_operation (id) WHERE state = 'running';
      ${wall('bulk_operation')}

      CREATE TRIGGER routing AFTER INSERT OR UPDATE OR DELETE ON project
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();
      CREATE TRIGGER routing AFTER INSERT OR UPDATE OR DELETE ON mapping
        FOR EACH STATEMENT EXECUTE FUNCTION bump_routing_epoch();`);

    await runner.query(`
      -- A POST of Meta's as it came. Never updated: what is owed for it stands in webhook_pending.
      CREATE TABLE webhook_event (
        id uuid NOT NULL, app_tenant_id uuid NOT NULL, meta_app_id uuid NOT NULL, body bytea NOT NULL,
        PRIMARY KEY (id)) PARTITION BY RANGE (id);
      CREATE TABLE webhook_pending (id uuid PRIMARY KEY, size int NOT NULL)
        WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
      CREATE TABLE webhook_quarantine (
        id uuid NOT NULL, webhook_id uuid NOT NULL,
        reason text NOT NULL CHECK (reason IN ('not_json', 'not_meta', 'foreign', 'failed')), detail text NOT NULL,
        created_at timestamptz NOT NULL, released_at timestamptz,
        PRIMARY KEY (id));
      CREATE INDEX webhook_quarantine_open ON webhook_quarantine (webhook_id) WHERE released_at IS NULL;
      -- Items of numbers and accounts that nobody holds yet, so that they can be assigned and replayed.
      CREATE TABLE webhook_unclaimed (
        webhook_id uuid NOT NULL, subject text NOT NULL, kind text NOT NULL CHECK (kind IN ('number', 'account')),
        business_id text NOT NULL, phone_number text, items int NOT NULL, created_at timestamptz NOT NULL,
        PRIMARY KEY (subject, webhook_id));

      -- Partitioned by Meta's timestamp; the key begins with a hash of the item's id, for look-ups by it.
      CREATE TABLE dedupe_key (
        at timestamptz NOT NULL, key bytea NOT NULL, tenant_id uuid NOT NULL, event_id uuid NOT NULL,
        seen_at timestamptz NOT NULL, PRIMARY KEY (key, at)) PARTITION BY RANGE (at);

      CREATE TABLE event (
        tenant_id uuid NOT NULL, id uuid NOT NULL, webhook_id uuid NOT NULL,
        phone_number_id uuid, meta_phone_number_id text, business_id text NOT NULL, fields text[] NOT NULL,
        kinds text[] NOT NULL, item_ids text[] NOT NULL, items int NOT NULL, body bytea,
        PRIMARY KEY (tenant_id, id)) PARTITION BY RANGE (id);
      CREATE TABLE delivery (
        tenant_id uuid NOT NULL, id uuid NOT NULL, event_id uuid NOT NULL, project_id uuid NOT NULL, item int,
        priority int NOT NULL, state text NOT NULL, cause text, attempts int NOT NULL DEFAULT 0, step int NOT NULL DEFAULT 0, fence int NOT NULL DEFAULT 0,
        next_at timestamptz NOT NULL, last_status int, last_error text, finished_at timestamptz,
        source text NOT NULL DEFAULT 'live' CHECK (source IN ('live', 'replay', 'test')), bulk_id uuid,
        PRIMARY KEY (tenant_id, id),
        CHECK (state IN ('pending', 'delivering', 'delivered', 'waiting', 'failed', 'cancelled')),
        FOREIGN KEY (tenant_id, project_id) REFERENCES project (tenant_id, id)) PARTITION BY RANGE (id);
      -- Owed work of a project, soonest first. While delivering, next_at is the end of the lease.
      CREATE INDEX delivery_open ON delivery (project_id, next_at) WHERE state IN ('pending', 'delivering', 'waiting');
      CREATE INDEX delivery_event ON delivery (event_id);
      CREATE INDEX delivery_bulk ON delivery (bulk_id) WHERE bulk_id IS NOT NULL;
      CREATE TABLE attempt (
        tenant_id uuid NOT NULL, delivery_id uuid NOT NULL, id uuid NOT NULL, number int NOT NULL,
        started_at timestamptz NOT NULL, duration_ms int NOT NULL, status int, error text, response bytea NOT NULL,
        PRIMARY KEY (tenant_id, delivery_id, id)) PARTITION BY RANGE (delivery_id);`);

    for (const table of partitioned) {
      await runner.query(`
        CREATE TABLE ${table}_default PARTITION OF ${table} DEFAULT;
        ALTER TABLE ${table} OWNER TO waypost_system; ALTER TABLE ${table}_default OWNER TO waypost_system;`);
    }
    // Narrow rows that come and go at the rate of the traffic.
    await runner.query(`ALTER TABLE dedupe_key_default SET (autovacuum_vacuum_scale_factor = 0.05)`);
    for (const table of ['event', 'delivery', 'attempt']) await runner.query(wall(table, 'SELECT'));
    for (const table of ['webhook_event', 'webhook_pending', 'webhook_quarantine', 'webhook_unclaimed', 'dedupe_key']) {
      await runner.query(systemOnly(table));
    }
    await runner.query(`
      -- The forwarded bytes of an event: its own, or the received ones when nothing was taken away.
      CREATE FUNCTION read_event_body(wanted uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
          SELECT coalesce(e.body, w.body) FROM event e LEFT JOIN webhook_event w ON w.id = e.webhook_id
          WHERE e.id = wanted AND e.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid $$;
      ALTER FUNCTION read_event_body(uuid) OWNER TO waypost_system;
      REVOKE ALL ON FUNCTION read_event_body(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION read_event_body(uuid) TO waypost_app, waypost_system;

      -- Events that hold an item, by the hash of the item's id.
      CREATE FUNCTION find_events_by_item(prefix bytea, above bytea) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
          SELECT DISTINCT event_id FROM dedupe_key WHERE key >= prefix AND key < above
            AND tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid $$;
      ALTER FUNCTION find_events_by_item(bytea, bytea) OWNER TO waypost_system;
      REVOKE ALL ON FUNCTION find_events_by_item(bytea, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_events_by_item(bytea, bytea) TO waypost_app, waypost_system;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_events_by_item(bytea, bytea); DROP FUNCTION read_event_body(uuid);
      DROP TABLE attempt, delivery, event, dedupe_key, webhook_unclaimed, webhook_quarantine, webhook_pending,
        webhook_event, bulk_operation, project_health, mapping, project;`);
  }
}
