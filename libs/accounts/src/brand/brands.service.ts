import { Inject, Injectable } from '@nestjs/common';
import {
  DEFAULT_BRAND,
  defaultLocale,
  isLocale,
  type Locale,
  PLATFORM_TENANT_ID,
  type TenantId,
} from '@waypost/contracts';
import { notFound, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { publicAddress } from '../mail/links.ts';

/** How a tenant shows itself, complete: what it has not chosen is filled in. */
export interface Brand {
  tenantId: TenantId;
  name: string;
  /** `#rrggbb`; lightness is solved where it is shown. */
  color: string;
  locale: Locale;
  /** On this installation's own address, for its pages. */
  logoPath: string | null;
  /** Absolute, for mails. */
  logoUrl: string | null;
}

interface Row {
  kind: 'customer' | 'platform';
  name: string;
  brandName: string | null;
  brandColor: string | null;
  locale: string | null;
  logo: string | null;
}

/** Everything there is of the platform's own brand until the operator chooses another. */
const PRODUCT = 'Waypost';

@Injectable()
export class Brands {
  constructor(
    private readonly tenancy: Tenancy,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The tenant's brand, or the platform's when there is no such tenant (yet). */
  async read(tenantId: TenantId): Promise<Brand> {
    const found = await this.find(tenantId);
    if (found) return found;
    const platform = await this.find(PLATFORM_TENANT_ID);
    if (!platform) throw notFound('tenant');
    return platform;
  }

  async find(tenantId: TenantId): Promise<Brand | undefined> {
    const [row]: Row[] = await this.tenancy.run({ tenantId }, (rows) =>
      rows.query(
        `SELECT t.kind, t.name, t.brand_name AS "brandName", t.brand_color AS "brandColor", t.locale, l.token AS logo
         FROM tenant t LEFT JOIN tenant_logo l ON l.tenant_id = t.id WHERE t.id = $1`,
        [tenantId],
      ),
    );
    if (!row) return undefined;
    const logoPath = row.logo && `/api/v1/brand/${row.logo}/logo`;
    return {
      tenantId,
      name: row.brandName ?? (row.kind === 'platform' ? PRODUCT : row.name),
      color: row.brandColor ?? DEFAULT_BRAND,
      locale: isLocale(row.locale) ? row.locale : defaultLocale,
      logoPath,
      logoUrl: logoPath && publicAddress(this.settings) + logoPath,
    };
  }
}
