import { sealedColumns } from '@waypost/platform';

export const privacySealed = sealedColumns('customer_erasure', { columns: { person: 'person_sealed' } });
