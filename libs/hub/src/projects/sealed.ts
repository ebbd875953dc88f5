import { sealedColumns } from '@waypost/platform';

export const hubSealed = sealedColumns('project', {
  columns: {
    secret: 'secret_sealed',
    previous_secret: 'previous_secret_sealed',
    headers: 'headers_sealed',
  },
});
