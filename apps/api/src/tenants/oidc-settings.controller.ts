import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { OidcSettings, type TenantPrincipal } from '@waypost/accounts';
import { Needs } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { OidcSettingsBody, oidcSettingsView, OidcSettingsView } from './oidc-settings.dto.ts';

/** Single sign-on of a tenant: any OpenID Connect provider. */
@ApiTags('Single sign-on')
@Controller('tenants/current/oidc')
export class OidcSettingsController {
  constructor(private readonly oidc: OidcSettings) {}

  @Get()
  @Needs('settings:read')
  @ApiOperation({ summary: 'Show where the people of the tenant sign in' })
  @ApiOkResponse({ type: OidcSettingsView })
  async show(@Ctx() ctx: TenantPrincipal): Promise<OidcSettingsView> {
    return oidcSettingsView(this.oidc.redirectUri, await this.oidc.find(ctx));
  }

  @Put()
  @Needs('settings:write')
  @ApiOperation({
    summary: 'Let people sign in at a provider of the tenant',
    description: 'The provider is asked at once; what it says counts in this tenant alone.',
  })
  @ApiOkResponse({ type: OidcSettingsView })
  async put(@Ctx() ctx: TenantPrincipal, @Body() body: OidcSettingsBody): Promise<OidcSettingsView> {
    return oidcSettingsView(this.oidc.redirectUri, await this.oidc.put(ctx, body));
  }

  @Delete()
  @Needs('settings:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'End it, and the sessions that it has opened' })
  @ApiNoContentResponse()
  async remove(@Ctx() ctx: TenantPrincipal): Promise<void> {
    await this.oidc.remove(ctx);
  }
}
