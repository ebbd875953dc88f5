import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definer, systemOnly, wall } from '@waypost/platform';

const byCurrentTenant = `nullif(current_setting('app.tenant_id', true), '')::uuid`;

const person = (more: string) => `jsonb_build_object(
  'id', u.id, 'email', u.email, 'name', u.name, 'superAdmin', u.super_admin, 'status', u.status,
  'lastTenantId', u.last_tenant_id, 'emailVerifiedAt', u.email_verified_at, 'locale', u.locale,
  'hasPassword', u.password_hash IS NOT NULL,
  'hasTotp', EXISTS (SELECT FROM user_totp f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL),
  'memberships', coalesce((
    SELECT jsonb_agg(jsonb_build_object('tenantId', t.id, 'slug', t.slug, 'name', t.name,
                     'role', m.role, 'status', t.status) ORDER BY m.created_at)
    FROM membership m JOIN tenant t ON t.id = m.tenant_id WHERE m.user_id = u.id), '[]'::jsonb)${more})`;

/** How people come in by themselves, prove who they are, and work together. */
export class People20261121001100 implements MigrationInterface {
  name = 'People20261121001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Without a password: made by an operator and not come in yet, or signed in by another provider only.
      ALTER TABLE app_user ALTER COLUMN password_hash DROP NOT NULL,
        ADD COLUMN email_verified_at timestamptz,
        ADD COLUMN locale text NOT NULL DEFAULT 'en' CHECK (locale IN ('en', 'es', 'ar'));
      -- Whoever is there was made by an operator, who vouches for the address.
      SET LOCAL ROLE waypost_system;
      UPDATE app_user SET email_verified_at = created_at;
      RESET ROLE;

      -- Until confirmed_at only proposed. last_step is that of the last code taken: each works once.
      CREATE TABLE user_totp (
        user_id uuid PRIMARY KEY REFERENCES app_user (id) ON DELETE CASCADE,
        secret bytea NOT NULL, last_step bigint NOT NULL DEFAULT 0,
        confirmed_at timestamptz, created_at timestamptz NOT NULL);
      ${systemOnly('user_totp')}

      CREATE TABLE recovery_code (
        user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE, hash bytea NOT NULL,
        used_at timestamptz, created_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, hash));
      ${systemOnly('recovery_code')}

      -- Links in mails that prove an address; each works once, for the address it was sent to, and is gone then.
      CREATE TABLE link_token (
        id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
        purpose text NOT NULL CHECK (purpose IN ('verify', 'reset', 'welcome')), email text NOT NULL,
        hash bytea NOT NULL UNIQUE, created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL);
      CREATE INDEX link_token_user ON link_token (user_id, purpose);
      ${systemOnly('link_token')}

      -- What somebody has signed in from: keyed hashes of a browser's cookie and of addresses.
      CREATE TABLE known_device (
        user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE, mark bytea NOT NULL,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, mark));
      ${systemOnly('known_device')}

      CREATE TABLE invite (
        tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, id uuid NOT NULL,
        email text NOT NULL CHECK (email = lower(email)),
        role text NOT NULL CHECK (role IN ('TENANT_ADMIN', 'AGENT', 'BILLING_ADMIN', 'DEVELOPER')),
        hash bytea NOT NULL, invited_by uuid REFERENCES app_user (id) ON DELETE SET NULL, invited_by_name text NOT NULL,
        created_at timestamptz NOT NULL, sent_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
        PRIMARY KEY (tenant_id, id), UNIQUE (tenant_id, email));
      CREATE INDEX invite_hash ON invite (hash);
      ${wall('invite')}

      CREATE TABLE registration_invite (
        id uuid PRIMARY KEY, email text NOT NULL UNIQUE CHECK (email = lower(email)), tenant_name text,
        hash bytea NOT NULL UNIQUE, invited_by uuid REFERENCES app_user (id) ON DELETE SET NULL,
        created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz);
      ${systemOnly('registration_invite')}

      DROP FUNCTION find_sign_in(text);
      DROP FUNCTION find_person(uuid);
      -- knownMarks: those of the marks that are of a device or an address which this person has signed in from.
      ${definer(
        'find_sign_in(wanted text, marks bytea[])',
        'jsonb',
        `SELECT ${person(`, 'passwordHash', u.password_hash,
           'knownMarks', coalesce((
             SELECT jsonb_agg(encode(d.mark, 'hex')) FROM known_device d
             WHERE d.user_id = u.id AND d.mark = ANY(marks)), '[]'::jsonb)`)}
         FROM app_user u WHERE u.email = lower(wanted)`,
      )}
      ${definer('find_person(wanted uuid)', 'jsonb', `SELECT ${person('')} FROM app_user u WHERE u.id = wanted`)}
      ${definer(
        'find_person_by_email(wanted text)',
        'jsonb',
        `SELECT ${person('')} FROM app_user u WHERE u.email = lower(wanted)`,
      )}
      ${definer(
        'find_invite(wanted bytea)',
        'jsonb',
        `SELECT jsonb_build_object('tenantId', i.tenant_id, 'id', i.id, 'email', i.email, 'role', i.role,
           'expiresAt', i.expires_at, 'tenantName', t.name, 'slug', t.slug, 'tenantStatus', t.status,
           'hasAccount', EXISTS (SELECT FROM app_user u WHERE u.email = i.email))
         FROM invite i JOIN tenant t ON t.id = i.tenant_id WHERE i.hash = wanted`,
      )}
      ${definer(
        'team_after(key uuid, most int)',
        'jsonb',
        // The tenant is that of the transaction and never an argument: the wall holds here too.
        `SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p.id), '[]'::jsonb) FROM (
           SELECT m.id, u.id AS "userId", u.email, u.name, u.status, m.role, m.created_at AS "joinedAt",
             u.email_verified_at IS NOT NULL AS "emailVerified",
             EXISTS (SELECT FROM user_totp f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL) AS "hasTotp"
           FROM membership m JOIN app_user u ON u.id = m.user_id
           WHERE m.tenant_id = ${byCurrentTenant} AND (key IS NULL OR m.id > key)
           ORDER BY m.id LIMIT most) p`,
      )}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const before = `jsonb_build_object(
      'id', u.id, 'email', u.email, 'name', u.name, 'passwordHash', u.password_hash,
      'superAdmin', u.super_admin, 'status', u.status, 'lastTenantId', u.last_tenant_id,
      'memberships', coalesce((
        SELECT jsonb_agg(jsonb_build_object('tenantId', t.id, 'slug', t.slug, 'name', t.name,
                         'role', m.role, 'status', t.status) ORDER BY m.created_at)
        FROM membership m JOIN tenant t ON t.id = m.tenant_id WHERE m.user_id = u.id), '[]'::jsonb))`;
    await runner.query(`
      DROP FUNCTION team_after(uuid, int);
      DROP FUNCTION find_invite(bytea);
      DROP FUNCTION find_person_by_email(text);
      DROP FUNCTION find_person(uuid);
      DROP FUNCTION find_sign_in(text, bytea[]);
      DROP TABLE registration_invite, invite, known_device, link_token, recovery_code, user_totp;
      SET LOCAL ROLE waypost_system;
      -- Nothing matches it: who has no password had no way to sign in before either.
      UPDATE app_user SET password_hash = '!' WHERE password_hash IS NULL;
      RESET ROLE;
      ALTER TABLE app_user ALTER COLUMN password_hash SET NOT NULL,
        DROP COLUMN email_verified_at, DROP COLUMN locale;
      ${definer('find_sign_in(wanted text)', 'jsonb', `SELECT ${before} FROM app_user u WHERE u.email = lower(wanted)`)}
      ${definer(
        'find_person(wanted uuid)',
        'jsonb',
        `SELECT ${before} - 'passwordHash' FROM app_user u WHERE u.id = wanted`,
      )}`);
  }
}
