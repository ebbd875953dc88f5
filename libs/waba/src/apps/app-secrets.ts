import type { TenantId } from '@waypost/contracts';
import type { MetaAppRowId } from './meta-app.entity.ts';

/** What the envelope of an app's secret is bound to: sealed and opened alike. */
export function sealOf(tenantId: TenantId, rowId: MetaAppRowId, column: 'verify_token' | 'app_secret') {
  return { tenantId, table: 'meta_app', column, rowId };
}
