import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { passwordLength, type PersonPrincipal, TotpService } from '@waypost/accounts';
import { IsString, Length, MaxLength } from 'class-validator';
import { SignedIn } from '../http/authority.ts';
import { Themself } from '../http/principal.decorators.ts';

export class TotpSetupBody {
  @ApiProperty({ maxLength: passwordLength.max })
  @IsString()
  @MaxLength(passwordLength.max)
  password!: string;
}

export class TotpEnableBody {
  @ApiProperty({ example: '123456', description: 'What the authenticator shows' })
  @IsString()
  @Length(6, 20)
  code!: string;
}

export class TotpProofBody extends TotpSetupBody {
  @ApiProperty({ example: '123456', description: 'What the authenticator shows, or a recovery code' })
  @IsString()
  @Length(6, 100)
  code!: string;
}

export class TotpProposalView {
  @ApiProperty({ description: 'To type into an authenticator: base32' })
  secret!: string;

  @ApiProperty({
    example: 'otpauth://totp/Waypost:ada@example.com?secret=…',
    description: 'To show as a QR code',
  })
  uri!: string;
}

export class RecoveryCodesView {
  @ApiProperty({
    type: [String],
    description: 'Shown this once; each signs in once without the authenticator',
  })
  recoveryCodes!: string[];
}

@ApiTags('Signing in')
@Controller('auth/totp')
@SignedIn()
export class TotpController {
  constructor(private readonly totp: TotpService) {}

  @Post('setup')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Propose a secret for an authenticator',
    description: 'It counts from auth/totp/enable on. A proposal before it is over.',
  })
  @ApiOkResponse({ type: TotpProposalView })
  setUp(@Themself() me: PersonPrincipal, @Body() body: TotpSetupBody): Promise<TotpProposalView> {
    return this.totp.setUp(me, body);
  }

  @Post('enable')
  @HttpCode(200)
  @ApiOperation({ summary: 'Ask for codes at every sign-in from now on' })
  @ApiOkResponse({ type: RecoveryCodesView })
  enable(@Themself() me: PersonPrincipal, @Body() body: TotpEnableBody): Promise<RecoveryCodesView> {
    return this.totp.enable(me, body);
  }

  @Post('disable')
  @HttpCode(204)
  @ApiOperation({ summary: 'Ask for no codes any more' })
  @ApiNoContentResponse()
  async disable(@Themself() me: PersonPrincipal, @Body() body: TotpProofBody): Promise<void> {
    await this.totp.disable(me, body);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'Make new recovery codes in place of the old ones' })
  @ApiOkResponse({ type: RecoveryCodesView })
  renewRecoveryCodes(
    @Themself() me: PersonPrincipal,
    @Body() body: TotpProofBody,
  ): Promise<RecoveryCodesView> {
    return this.totp.renewRecoveryCodes(me, body);
  }
}
