import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { PeopleService, type Principal, SignInService } from '@waypost/accounts';
import { Public, SignedIn } from '../http/authority.ts';
import { Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { MeView, SessionView, SignInBody, SwitchBody, tenantView } from './auth.dto.ts';

@ApiTags('Signing in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly people: PeopleService,
  ) {}

  @Post('login')
  @Public()
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in with e-mail and password' })
  @ApiOkResponse({ type: SessionView })
  @ApiUnauthorizedResponse({ type: Problem })
  login(@Body() body: SignInBody): Promise<SessionView> {
    return this.signIns.signIn(body);
  }

  @Get('me')
  @SignedIn()
  @ApiOperation({ summary: 'Who is signed in, and the tenants that are open to them' })
  @ApiOkResponse({ type: MeView })
  async me(@Me() { userId, email, name, superAdmin, tenantId }: Principal): Promise<MeView> {
    const person = await this.people.find(userId);
    const tenants = (person?.memberships ?? []).map(tenantView);
    return {
      user: { id: userId, email, name, superAdmin },
      tenant: tenants.find((tenant) => tenant.id === tenantId) ?? null,
      tenants,
    };
  }

  @Post('switch')
  @SignedIn()
  @HttpCode(200)
  @ApiOperation({ summary: 'Go on in another of your tenants, without a password' })
  @ApiOkResponse({ type: SessionView })
  switch(@Me() { userId }: Principal, @Body() { tenantId }: SwitchBody): Promise<SessionView> {
    return this.signIns.switchTo(userId, tenantId);
  }
}
