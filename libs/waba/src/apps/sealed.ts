import { sealedColumns } from '@waypost/platform';

export const wabaSealed = sealedColumns('meta_app', {
  columns: { verify_token: 'verify_token_sealed', app_secret: 'app_secret_sealed' },
});
