import { ApiProperty } from '@nestjs/swagger';
import type { Tenant, TenantStatus } from '@waypost/accounts';
import { tenantStatuses } from '@waypost/contracts';
import { ApiKeyAnswer } from './api-keys.dto.ts';

class KeyTenant {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'acme' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: tenantStatuses })
  status!: TenantStatus;
}

/** What auth/me says to a program that calls with an API key. */
export class KeyMeView {
  @ApiProperty({ type: ApiKeyAnswer })
  apiKey!: ApiKeyAnswer;

  @ApiProperty({ type: KeyTenant, description: 'The one tenant that the key opens' })
  tenant!: KeyTenant;
}

export function keyMeView({ apiKey, tenant }: { apiKey: ApiKeyAnswer; tenant: Tenant }): KeyMeView {
  const { id, slug, name, status } = tenant;
  return { apiKey, tenant: { id, slug, name, status } };
}
