import { sealedColumns } from '@waypost/platform';

export const accountsSealed = [
  ...sealedColumns('signing_key', { tenantColumn: null, columns: ['private_key'] }),
  ...sealedColumns('user_totp', { idColumn: 'user_id', tenantColumn: null, columns: ['secret'] }),
  ...sealedColumns('outbox', { columns: ['body'] }),
  ...sealedColumns('notification_settings', { idColumn: 'tenant_id', columns: ['webhook_secret'] }),
  ...sealedColumns('oidc_provider', { columns: ['client_secret'] }),
];
