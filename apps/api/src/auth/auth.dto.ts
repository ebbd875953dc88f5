import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Locale, locales } from '@waypost/contracts';
import { IsEmail, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';
import { Impersonator, SessionTenant, SessionUser } from './session.dto.ts';

export class SignInBody {
  @ApiProperty({ example: 'admin@waypost.local' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  password!: string;

  @ApiPropertyOptional({
    example: '123456',
    description: 'Six digits of the authenticator, or a recovery code; asked for with totp_required',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  code?: string;
}

export class SwitchBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('loose')
  tenantId!: string;
}

export class MeUser extends SessionUser {
  @ApiProperty()
  emailVerified!: boolean;

  @ApiProperty({ enum: locales })
  locale!: Locale;

  @ApiProperty({ description: 'False for who signs in at another provider only' })
  hasPassword!: boolean;

  @ApiProperty({ description: 'Whether a code of an authenticator is asked for' })
  hasTotp!: boolean;
}

class MeSession {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'At the latest' })
  endsAt!: Date;
}

export class MeView {
  @ApiProperty({ type: MeUser })
  user!: MeUser;

  @ApiProperty({ type: SessionTenant, nullable: true, description: 'The tenant of the session' })
  tenant!: SessionTenant | null;

  @ApiProperty({ type: [SessionTenant], description: 'Where auth/switch can go' })
  tenants!: SessionTenant[];

  @ApiProperty({ type: MeSession })
  session!: MeSession;

  @ApiProperty({ type: Impersonator, nullable: true, description: 'The super-admin who works as this person' })
  impersonator!: Impersonator | null;
}
