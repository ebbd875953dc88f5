import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { imageTypes, Plans, type TenantPrincipal, ThemeService } from '@waypost/accounts';
import { AppError } from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { Needs, Public } from '../http/authority.ts';
import { Ctx } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import type { ApiRequest } from '../http/request.ts';
import { ThemeBody, themeView, ThemeView } from './theme.dto.ts';

const picture = { type: 'string', format: 'binary' } as const;

/** The tenant's brand: name, colour, language, logo. */
@ApiTags('Theme')
@Controller('tenants/current/theme')
export class ThemeController {
  constructor(
    private readonly theme: ThemeService,
    private readonly plans: Plans,
  ) {}

  @Get()
  @Needs('settings:read')
  @ApiOperation({ summary: 'Show how the tenant presents itself, with the colours solved for both themes' })
  @ApiOkResponse({ type: ThemeView })
  async show(@Ctx() ctx: TenantPrincipal): Promise<ThemeView> {
    return themeView(await this.theme.get(ctx));
  }

  @Patch()
  @Needs('settings:write')
  @ApiOperation({ summary: 'Change name, colour or language; null goes back to what everybody has' })
  @ApiOkResponse({ type: ThemeView })
  async update(@Ctx() ctx: TenantPrincipal, @Body() body: ThemeBody): Promise<ThemeView> {
    // The language is everybody's, and whoever loses the feature can still go back.
    if (body.name || body.brandColor) await this.needBranding(ctx);
    return themeView(await this.theme.update(ctx, body));
  }

  @Put('logo')
  @Needs('settings:write')
  @ApiOperation({
    summary: 'Put the logo: the picture itself as the body, PNG, JPEG or WebP of up to 200 KB',
  })
  @ApiConsumes(...imageTypes)
  @ApiBody({ schema: picture })
  @ApiOkResponse({ type: ThemeView })
  @ApiPayloadTooLargeResponse({ type: Problem })
  async putLogo(@Ctx() ctx: TenantPrincipal, @Req() { body }: ApiRequest): Promise<ThemeView> {
    if (!Buffer.isBuffer(body)) {
      throw new AppError(
        'invalid_input',
        `Send the picture itself as the body, with the Content-Type ${imageTypes.join(', ')}.`,
      );
    }
    await this.needBranding(ctx);
    return themeView(await this.theme.putLogo(ctx, body));
  }

  @Delete('logo')
  @Needs('settings:write')
  @HttpCode(204)
  @ApiOperation({ summary: 'Remove the logo; the name is shown instead' })
  @ApiNoContentResponse()
  removeLogo(@Ctx() ctx: TenantPrincipal): Promise<void> {
    return this.theme.removeLogo(ctx);
  }

  private needBranding({ tenantId }: TenantPrincipal): Promise<void> {
    return this.plans.needFeature(tenantId, 'branding', 'a brand of its own');
  }
}

/** Pictures of brands, for mails and for pages before anybody is signed in. */
@ApiTags('Theme')
@Controller('brand')
export class BrandController {
  constructor(private readonly theme: ThemeService) {}

  @Get(':token/logo')
  @Public()
  @ApiOperation({ summary: 'The picture of a brand, at an address that cannot be guessed' })
  @ApiProduces(...imageTypes)
  @ApiOkResponse({ schema: picture })
  @ApiNotFoundResponse({ type: Problem })
  async logo(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const { contentType, bytes } = await this.theme.logo(token);
    await reply
      .type(contentType)
      .headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        // Read in web mail too, which is another site.
        'cross-origin-resource-policy': 'cross-origin',
      })
      .send(bytes);
  }
}
