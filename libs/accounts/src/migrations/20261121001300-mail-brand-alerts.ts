import type { MigrationInterface, QueryRunner } from 'typeorm';
import { definer, systemOnly, wall } from '@waypost/platform';

/** What is owed to people outside (mails, signed calls), the tenant's brand, and who is told of trouble. */
export class MailBrandAlerts20261121001300 implements MigrationInterface {
  name = 'MailBrandAlerts20261121001300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE tenant
        ADD COLUMN brand_name text CHECK (length(brand_name) BETWEEN 1 AND 100),
        ADD COLUMN brand_color text CHECK (brand_color ~ '^#[0-9a-f]{6}$'),
        ADD COLUMN locale text CHECK (locale IN ('en', 'es', 'ar'));

      CREATE TABLE tenant_logo (
        tenant_id uuid PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
        -- Names the picture in a public address, and is another one for every picture.
        token text NOT NULL UNIQUE, content_type text NOT NULL, bytes bytea NOT NULL CHECK (length(bytes) <= 204800),
        updated_at timestamptz NOT NULL);
      ${wall('tenant_logo')}

      -- Mails and signed calls that are owed. Recipient and content are sealed, since their links are secrets, and
      -- erased as soon as nothing is owed any more. While one is under way next_at is the end of its lease.
      CREATE TABLE outbox (
        tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, id uuid NOT NULL,
        channel text NOT NULL CHECK (channel IN ('mail', 'webhook')), template text NOT NULL,
        state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'sending', 'sent', 'failed')),
        body bytea, attempts int NOT NULL DEFAULT 0, next_at timestamptz NOT NULL, last_error text,
        created_at timestamptz NOT NULL, finished_at timestamptz,
        PRIMARY KEY (tenant_id, id),
        CHECK ((body IS NULL) = (state IN ('sent', 'failed'))),
        CHECK ((finished_at IS NULL) = (state IN ('queued', 'sending'))));
      CREATE INDEX outbox_open ON outbox (channel, next_at) WHERE state IN ('queued', 'sending');
      CREATE INDEX outbox_done ON outbox (finished_at) WHERE state IN ('sent', 'failed');
      ${wall('outbox', 'SELECT, INSERT')}

      CREATE TABLE notification_settings (
        tenant_id uuid PRIMARY KEY REFERENCES tenant (id) ON DELETE CASCADE,
        emails text[] NOT NULL, webhook_url text, webhook_secret bytea,
        project_failing boolean NOT NULL, error_spikes boolean NOT NULL, updated_at timestamptz NOT NULL,
        CHECK ((webhook_url IS NULL) = (webhook_secret IS NULL)));
      ${wall('notification_settings')}

      -- How each thing that is watched stands: told_at is when people last heard of it, usual what there was before.
      CREATE TABLE alert (
        tenant_id uuid NOT NULL REFERENCES tenant (id) ON DELETE CASCADE, kind text NOT NULL,
        raised boolean NOT NULL, since timestamptz NOT NULL, usual float8 NOT NULL, told_at timestamptz,
        PRIMARY KEY (tenant_id, kind));
      ${wall('alert', 'SELECT')}

      -- What went wrong in any process, by the minute.
      CREATE TABLE trouble (
        minute timestamptz NOT NULL, what text NOT NULL, count int NOT NULL, PRIMARY KEY (minute, what));
      ${systemOnly('trouble')}

      ${definer(
        'find_logo(wanted text)',
        'jsonb',
        `SELECT jsonb_build_object('contentType', content_type, 'bytes', encode(bytes, 'base64'))
         FROM tenant_logo WHERE token = wanted`,
      )}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION find_logo(text);
      DROP TABLE trouble, alert, notification_settings, outbox, tenant_logo;
      ALTER TABLE tenant DROP COLUMN brand_name, DROP COLUMN brand_color, DROP COLUMN locale;`);
  }
}
