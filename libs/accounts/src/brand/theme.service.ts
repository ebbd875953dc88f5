import { Injectable } from '@nestjs/common';
import { type Locale, type TenantId } from '@waypost/contracts';
import { AppError, Clock, notFound, randomToken, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import type { ActingContext } from '../audit/actor.ts';
import { Audit } from '../audit/audit.ts';
import { type Brand, Brands } from './brands.service.ts';
import { imageTypeOf } from './image-type.ts';

/** What a tenant chooses of its brand; null goes back to what everybody has. */
export interface ThemeChange {
  name?: string | null;
  /** `#rrggbb`. */
  brandColor?: string | null;
  locale?: Locale | null;
}

interface Chosen {
  name: string | null;
  brandColor: string | null;
  locale: Locale | null;
}

/** The brand, and what of it the tenant has chosen itself. */
export type Theme = Brand & { chosen: Chosen };

export const MOST_LOGO_BYTES = 204_800;

@Injectable()
export class ThemeService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly brands: Brands,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async get({ tenantId }: { tenantId: TenantId }): Promise<Theme> {
    const brand = await this.brands.find(tenantId);
    if (!brand) throw notFound('tenant');
    return { ...brand, chosen: await this.tenancy.run({ tenantId }, (rows) => chosenBy(rows, tenantId)) };
  }

  async update(ctx: ActingContext, change: ThemeChange): Promise<Theme> {
    const { tenantId } = ctx;
    await this.tenancy.run(ctx, async (rows) => {
      const before = await chosenBy(rows, tenantId);
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const after: Chosen = { ...before, ...given };
      await rows.query(
        `UPDATE tenant SET brand_name = $2, brand_color = lower($3), locale = $4, updated_at = $5 WHERE id = $1`,
        [tenantId, after.name, after.brandColor, after.locale, this.clock.now()],
      );
      const target = { type: 'theme', id: tenantId };
      await this.audit.record(rows, ctx, { action: 'theme.changed', target, before, after });
    });
    return this.get(ctx);
  }

  /** Throws `invalid_input` for what is no PNG, JPEG or WebP, or too large. */
  async putLogo(ctx: ActingContext, bytes: Buffer): Promise<Theme> {
    const contentType = imageTypeOf(bytes);
    if (!contentType) {
      throw new AppError(
        'invalid_input',
        'This is no PNG, JPEG or WebP picture. Save the logo as one of them and try again.',
      );
    }
    if (bytes.length > MOST_LOGO_BYTES) {
      throw new AppError(
        'body_too_large',
        'A logo may have 200 KB. Make it smaller: 480 pixels in width are enough.',
      );
    }
    const { tenantId } = ctx;
    await this.tenancy.run(ctx, async (rows) => {
      // Another picture has another address, so that nobody is shown the former one.
      await rows.query(
        `INSERT INTO tenant_logo (tenant_id, token, content_type, bytes, updated_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (tenant_id) DO UPDATE SET token = $2, content_type = $3, bytes = $4, updated_at = $5`,
        [tenantId, randomToken(24), contentType, bytes, this.clock.now()],
      );
      const target = { type: 'theme', id: tenantId };
      const after = { contentType, bytes: bytes.length };
      await this.audit.record(rows, ctx, { action: 'theme.logo-changed', target, after });
    });
    return this.get(ctx);
  }

  async removeLogo(ctx: ActingContext): Promise<void> {
    const { tenantId } = ctx;
    await this.tenancy.run(ctx, async (rows) => {
      const [, removed]: [unknown, number] = await rows.query(
        'DELETE FROM tenant_logo WHERE tenant_id = $1',
        [tenantId],
      );
      if (removed === 0) return;
      await this.audit.record(rows, ctx, {
        action: 'theme.logo-removed',
        target: { type: 'theme', id: tenantId },
      });
    });
  }

  /** For anybody who has the address: mails show it to people who are not signed in. */
  async logo(token: string): Promise<{ contentType: string; bytes: Buffer }> {
    // What no token looks like needs no look; some of it PostgreSQL would not even take.
    if (!/^[\w-]{32}$/.test(token)) throw notFound('logo');
    const found = await this.tenancy.lookUp<{ contentType: string; bytes: string }>(
      'SELECT find_logo($1) AS found',
      [token],
    );
    if (!found) throw notFound('logo');
    return { contentType: found.contentType, bytes: Buffer.from(found.bytes, 'base64') };
  }
}

async function chosenBy(rows: EntityManager, tenantId: TenantId): Promise<Chosen> {
  const [found]: Chosen[] = await rows.query(
    `SELECT brand_name AS name, brand_color AS "brandColor", locale FROM tenant WHERE id = $1`,
    [tenantId],
  );
  if (!found) throw notFound('tenant');
  return found;
}
