import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type TenantPrincipal, TenantsService } from '@waypost/accounts';
import { notFound } from '@waypost/platform';
import { SignedIn } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { TenantStandingView } from './tenants.dto.ts';

@ApiTags('Tenants')
@Controller('tenants/current')
export class StandingController {
  constructor(private readonly tenants: TenantsService) {}

  @Get('standing')
  @SignedIn()
  @ApiOperation({ summary: 'Whether the tenant can work, and if not, since when and why' })
  @ApiOkResponse({ type: TenantStandingView })
  async standing(@Ctx() { tenantId }: TenantPrincipal): Promise<TenantStandingView> {
    const standing = await this.tenants.standingOf(tenantId);
    if (!standing) throw notFound('tenant');
    return standing;
  }
}
