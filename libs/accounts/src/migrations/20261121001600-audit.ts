import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wall } from '@waypost/platform';

const tables = ['audit_draft', 'audit_head', 'audit_entry', 'audit_anchor', 'audit_removal'];

/** From the entry itself, so that what is searched by cannot say something else than what is chained. */
const searched = {
  at: `(content::jsonb ->> 'at')`,
  action: `(content::jsonb ->> 'action')`,
  actor_id: `(coalesce(content::jsonb -> 'actor' ->> 'id', content::jsonb -> 'actor' ->> 'name'))`,
  impersonator_id: `(content::jsonb -> 'actor' ->> 'impersonator')`,
  target_type: `(content::jsonb -> 'target' ->> 'type')`,
  target_id: `(content::jsonb -> 'target' ->> 'id')`,
};

/** The audit: a chain of entries per tenant that only grows. docs/security/audit.md says what it proves. */
export class Audit20261121001600 implements MigrationInterface {
  name = 'Audit20261121001600';

  async up(runner: QueryRunner): Promise<void> {
    // Owns the audit, and nobody works as it: what writes to it are the functions below.
    await runner.query(`
      DO $$ BEGIN
        CREATE ROLE waypost_auditor NOLOGIN NOSUPERUSER NOBYPASSRLS;
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
      DO $$ BEGIN
        IF NOT pg_has_role(CURRENT_USER, 'waypost_auditor', 'USAGE') OR (SELECT rolsuper FROM pg_roles WHERE rolname = CURRENT_USER) THEN
          GRANT waypost_auditor TO CURRENT_USER;
        END IF;
        IF NOT pg_has_role('waypost_auditor', 'waypost_system', 'USAGE') THEN GRANT waypost_system TO waypost_auditor; END IF;
      END $$;
      GRANT USAGE, CREATE ON SCHEMA public TO waypost_auditor;`);
    const columns = Object.entries(searched)
      .map(([name, from]) => `${name} text COLLATE "C" GENERATED ALWAYS AS ${from} STORED`)
      .join(', ');
    await runner.query(`
      -- Entries on their way: empty whenever no transaction is under way.
      CREATE TABLE audit_draft (
        tenant_id uuid NOT NULL, id uuid NOT NULL, content text NOT NULL, PRIMARY KEY (tenant_id, id));
      CREATE TABLE audit_head (
        tenant_id uuid NOT NULL PRIMARY KEY, sequence bigint NOT NULL, hash bytea NOT NULL,
        -- The last entry that was removed by age; the chain begins behind it.
        removed_sequence bigint NOT NULL DEFAULT 0, removed_hash bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'));
      CREATE TABLE audit_entry (
        tenant_id uuid NOT NULL, sequence bigint NOT NULL, prev_hash bytea NOT NULL, hash bytea NOT NULL,
        content text NOT NULL, ${columns},
        PRIMARY KEY (tenant_id, sequence));
      CREATE INDEX audit_entry_action ON audit_entry (tenant_id, action, sequence);
      CREATE INDEX audit_entry_actor ON audit_entry (tenant_id, actor_id, sequence) WHERE actor_id IS NOT NULL;
      CREATE INDEX audit_entry_impersonator ON audit_entry (tenant_id, impersonator_id, sequence)
        WHERE impersonator_id IS NOT NULL;
      CREATE INDEX audit_entry_target ON audit_entry (tenant_id, target_id, sequence);
      CREATE INDEX audit_entry_at ON audit_entry (tenant_id, at);
      -- A head as it was at some time, under a key that the database does not have.
      CREATE TABLE audit_anchor (
        tenant_id uuid NOT NULL, sequence bigint NOT NULL, hash bytea NOT NULL, mac bytea NOT NULL,
        created_at timestamptz NOT NULL, PRIMARY KEY (tenant_id, sequence));
      -- What was taken away by age or with its tenant, and in which transaction.
      CREATE TABLE audit_removal (
        tenant_id uuid NOT NULL, up_to bigint NOT NULL, hash bytea NOT NULL, reason text NOT NULL,
        removed_at timestamptz NOT NULL DEFAULT now(), transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
        PRIMARY KEY (tenant_id, up_to));
      ${tables.map((table) => wall(table, table === 'audit_draft' ? 'SELECT, INSERT' : 'SELECT')).join('')}
      REVOKE ALL ON ${tables.join(', ')} FROM waypost_system;
      GRANT SELECT ON ${tables.join(', ')} TO waypost_system;
      GRANT INSERT ON audit_draft, audit_anchor TO waypost_system;`);
    await runner.query(chaining);
    await runner.query(refusing);
    await runner.query(removing);
    await runner.query(people);
    for (const table of tables) await runner.query(`ALTER TABLE ${table} OWNER TO waypost_auditor`);
    await runner.query(`
      REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_anchor, audit_removal FROM waypost_auditor;
      GRANT DELETE ON audit_entry, audit_anchor TO waypost_auditor;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION audit_person(text); DROP FUNCTION audit_people(uuid[]); DROP FUNCTION audit_remove(uuid, bigint, text);
      DROP TABLE ${tables.join(', ')};
      DROP FUNCTION chain_audit(); DROP FUNCTION refuse_audit_change();`);
  }
}

// When the transaction commits, all its entries are chained at once, tenant by tenant in one order, so that two
// transactions that write to the same two chains do not wait for each other.
const chaining = `
  CREATE FUNCTION chain_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE draft record; head record; next_hash bytea;
  BEGIN
    FOR draft IN SELECT tenant_id, id, content FROM audit_draft ORDER BY tenant_id, id LOOP
      INSERT INTO audit_head (tenant_id, sequence, hash)
        VALUES (draft.tenant_id, 0, decode(repeat('00', 32), 'hex')) ON CONFLICT DO NOTHING;
      SELECT sequence + 1 AS next, hash INTO head FROM audit_head WHERE tenant_id = draft.tenant_id FOR UPDATE;
      next_hash := sha256(convert_to(concat_ws(E'\\n', 'waypost-audit-1', draft.tenant_id, head.next,
        encode(head.hash, 'hex'), draft.content), 'UTF8'));
      INSERT INTO audit_entry (tenant_id, sequence, prev_hash, hash, content)
        VALUES (draft.tenant_id, head.next, head.hash, next_hash, draft.content);
      UPDATE audit_head SET sequence = head.next, hash = next_hash WHERE tenant_id = draft.tenant_id;
      DELETE FROM audit_draft WHERE tenant_id = draft.tenant_id AND id = draft.id;
    END LOOP;
    RETURN NULL;
  END $$;
  ALTER FUNCTION chain_audit() OWNER TO waypost_auditor;
  REVOKE ALL ON FUNCTION chain_audit() FROM PUBLIC;
  CREATE CONSTRAINT TRIGGER chain AFTER INSERT ON audit_draft DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION chain_audit();`;

// Also for the owner of the table: only what audit_remove has noted in this very transaction may go.
const refusing = `
  CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM audit_removal r WHERE r.tenant_id = OLD.tenant_id
        AND r.up_to >= OLD.sequence AND r.transaction = pg_current_xact_id()) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'The audit is only added to; entries leave it by age or with their tenant.';
  END $$;
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
  CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
  CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON audit_anchor
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
  CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON audit_anchor
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();`;

// Takes the oldest entries away, up to and with a sequence; the head keeps the last hash, from which the rest goes on.
const removing = `
  CREATE FUNCTION audit_remove(tenant uuid, last bigint, why text) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
  DECLARE gone record; removed bigint;
  BEGIN
    PERFORM FROM audit_head WHERE tenant_id = tenant FOR UPDATE;
    SELECT sequence, hash INTO gone FROM audit_entry WHERE tenant_id = tenant AND sequence <= last
      ORDER BY sequence DESC LIMIT 1;
    IF NOT FOUND THEN RETURN 0; END IF;
    INSERT INTO audit_removal (tenant_id, up_to, hash, reason) VALUES (tenant, gone.sequence, gone.hash, why);
    DELETE FROM audit_entry WHERE tenant_id = tenant AND sequence <= gone.sequence;
    GET DIAGNOSTICS removed = ROW_COUNT;
    DELETE FROM audit_anchor WHERE tenant_id = tenant AND sequence <= gone.sequence;
    UPDATE audit_head SET removed_sequence = gone.sequence, removed_hash = gone.hash WHERE tenant_id = tenant;
    RETURN removed;
  END $$;
  ALTER FUNCTION audit_remove(uuid, bigint, text) OWNER TO waypost_auditor;
  REVOKE ALL ON FUNCTION audit_remove(uuid, bigint, text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION audit_remove(uuid, bigint, text) TO waypost_system;`;

// E-mail and name of those who stand in the tenant's audit, also when they are members no more or never were.
const people = `
  CREATE FUNCTION audit_people(wanted uuid[]) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      SELECT coalesce(jsonb_object_agg(u.id, jsonb_build_object('email', u.email, 'name', u.name)), '{}'::jsonb)
      FROM app_user u WHERE u.id = ANY(wanted) AND EXISTS (SELECT FROM audit_entry a
        WHERE a.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
          AND u.id::text IN (a.actor_id, a.impersonator_id)) $$;
  ALTER FUNCTION audit_people(uuid[]) OWNER TO waypost_system;
  REVOKE ALL ON FUNCTION audit_people(uuid[]) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION audit_people(uuid[]) TO waypost_app, waypost_system;
  CREATE FUNCTION audit_person(mail text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      SELECT u.id FROM app_user u WHERE u.email = lower(mail) AND EXISTS (SELECT FROM audit_entry a
        WHERE a.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
          AND u.id::text IN (a.actor_id, a.impersonator_id)) $$;
  ALTER FUNCTION audit_person(text) OWNER TO waypost_system;
  REVOKE ALL ON FUNCTION audit_person(text) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION audit_person(text) TO waypost_app, waypost_system;`;
