import { Body, Controller, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type PersonPrincipal, ProfileService } from '@waypost/accounts';
import { type Locale, locales } from '@waypost/contracts';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { SignedIn } from '../http/authority.ts';
import { Themself } from '../http/principal.decorators.ts';
import { MayBeAbsent } from '../waba/field-rules.ts';
import { MeUser } from './auth.dto.ts';

export class ProfileBody {
  @ApiPropertyOptional({ minLength: 1, maxLength: 200 })
  @MayBeAbsent()
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(200)
  name?: string;

  @ApiPropertyOptional({ enum: locales, description: 'In which pages and mails are written to you' })
  @MayBeAbsent()
  @IsIn(locales)
  locale?: Locale;
}

@ApiTags('Signing in')
@Controller('auth')
export class ProfileController {
  constructor(private readonly profile: ProfileService) {}

  @Patch('me')
  @SignedIn()
  @ApiOperation({ summary: 'Change your name or your language' })
  @ApiOkResponse({ type: MeUser })
  async change(
    @Themself('in one tenant too') me: PersonPrincipal,
    @Body() body: ProfileBody,
  ): Promise<MeUser> {
    const { id, email, name, superAdmin, emailVerifiedAt, locale, hasPassword, hasTotp } =
      await this.profile.change(me, body);
    return {
      id,
      email,
      name,
      superAdmin,
      emailVerified: emailVerifiedAt !== null,
      locale,
      hasPassword,
      hasTotp,
    };
  }
}
