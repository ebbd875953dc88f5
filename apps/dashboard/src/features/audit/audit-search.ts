import type { Schemas } from '@waypost/api-client';

export type AuditScope = 'tenant' | 'platform';
export type AuditEntry = Schemas['AuditEntryView'];

/** The filter, as it stands in the address and as the API takes it. */
export interface AuditSearch {
  action?: string;
  actor?: string;
  since?: string;
  until?: string;
}

export const pathOf = (scope: AuditScope) => (scope === 'tenant' ? '/api/v1/audit' : '/api/v1/system/audit');
