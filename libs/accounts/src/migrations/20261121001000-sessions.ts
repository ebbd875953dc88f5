import { definer, systemOnly } from '@waypost/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys that sign access tokens, and the sessions that those tokens belong to. */
export class Sessions20261121001000 implements MigrationInterface {
  name = 'Sessions20261121001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its id is the token's key id. A retired key signs no more and is kept until what it signed is over.
      CREATE TABLE signing_key (
        id uuid PRIMARY KEY, public_key jsonb NOT NULL, private_key bytea NOT NULL,
        created_at timestamptz NOT NULL, retired_at timestamptz);
      CREATE UNIQUE INDEX signing_key_current ON signing_key ((true)) WHERE retired_at IS NULL;
      ${systemOnly('signing_key')}

      CREATE TABLE session (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
        -- Where it works now, and the one tenant that it may reach, where it may not reach all of the person's.
        current_tenant_id uuid REFERENCES tenant (id) ON DELETE SET NULL,
        only_tenant_id uuid REFERENCES tenant (id) ON DELETE CASCADE,
        -- The super-admin's own session, for one in which they work as somebody else.
        former_session_id uuid REFERENCES session (id) ON DELETE CASCADE,
        methods text[] NOT NULL, address text NOT NULL, user_agent text,
        -- What the present refresh token was made with, out of the one before.
        refresh_salt bytea,
        created_at timestamptz NOT NULL, used_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
        ended_at timestamptz, end_reason text);
      CREATE INDEX session_of_user ON session (user_id, id);
      CREATE INDEX session_former ON session (former_session_id) WHERE former_session_id IS NOT NULL;
      CREATE INDEX session_current_tenant ON session (current_tenant_id);
      CREATE INDEX session_only_tenant ON session (only_tenant_id) WHERE only_tenant_id IS NOT NULL;
      CREATE INDEX session_used ON session (used_at);
      ${systemOnly('session')}

      -- Every refresh token that a session has had, as its hash: one that comes back after its time gives a theft away.
      CREATE TABLE session_refresh (
        hash bytea PRIMARY KEY, session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL, replaced_at timestamptz);
      CREATE UNIQUE INDEX session_refresh_current ON session_refresh (session_id) WHERE replaced_at IS NULL;
      CREATE INDEX session_refresh_session ON session_refresh (session_id);
      ${systemOnly('session_refresh')}`);

    // All that a call needs to know of who makes it, in one look: the session, the person, who works as them, and the
    // state of the tenant that the call names.
    await runner.query(
      definer(
        'find_session(wanted uuid, acting uuid)',
        'jsonb',
        `SELECT jsonb_build_object(
           'id', s.id, 'currentTenantId', s.current_tenant_id, 'onlyTenantId', s.only_tenant_id,
           'usedAt', s.used_at, 'endsAt', s.ends_at, 'endedAt', s.ended_at,
           'person', find_person(s.user_id),
           'former', (SELECT jsonb_build_object(
              'userId', u.id, 'email', u.email, 'superAdmin', u.super_admin, 'status', u.status,
              'usedAt', f.used_at, 'endsAt', f.ends_at, 'endedAt', f.ended_at)
             FROM session f JOIN app_user u ON u.id = f.user_id WHERE f.id = s.former_session_id),
           'actingStatus', (SELECT t.status FROM tenant t WHERE t.id = acting))
         FROM session s WHERE s.id = wanted`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_session(uuid, uuid);
      DROP TABLE session_refresh; DROP TABLE session; DROP TABLE signing_key;`);
  }
}
