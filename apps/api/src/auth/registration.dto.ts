import { ApiHideProperty, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { passwordLength, slugPattern } from '@waypost/accounts';
import { Expose, Transform } from 'class-transformer';
import { Allow, IsEmail, IsString, Length, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

export const registrationModes = ['open', 'invitation', 'off'] as const;

export class AuthOptionsView {
  @ApiProperty({
    enum: registrationModes,
    description: 'Who may register a tenant: everybody, whom the operator has invited, or nobody',
  })
  registration!: (typeof registrationModes)[number];

  @ApiProperty({ type: 'integer', description: 'Characters that a password has at least' })
  passwordMinLength!: number;
}

/** A field under its present name, or else under the one that older systems use. */
const orOlder = (older: string) =>
  Transform(({ value, obj }: { value: unknown; obj: Record<string, unknown> }) => value ?? obj[older]);

export class RegisterBody {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Acme' })
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(200)
  tenantName!: string;

  @ApiPropertyOptional({ description: 'Made from the name when absent', example: 'acme' })
  @MayBeAbsent()
  @Matches(slugPattern, { message: 'must be 1 to 40 of a-z, 0-9 and -, with no - at either end' })
  slug?: string;

  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Ada Lovelace' })
  @Expose()
  @orOlder('adminName')
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(200)
  name!: string;

  @ApiProperty({ example: 'ada@example.com' })
  @Expose()
  @orOlder('adminEmail')
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @ApiProperty({
    minLength: passwordLength.min,
    maxLength: passwordLength.max,
    description: 'Any characters; the commonest passwords, and those made of your names, are refused',
  })
  @Expose()
  @orOlder('adminPassword')
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password!: string;

  @ApiPropertyOptional({ description: 'The token of an invitation by the operator' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  invite?: string;

  @ApiHideProperty()
  @Allow()
  adminName?: unknown;

  @ApiHideProperty()
  @Allow()
  adminEmail?: unknown;

  @ApiHideProperty()
  @Allow()
  adminPassword?: unknown;
}

export class TokenBody {
  @ApiProperty({ description: 'Behind `#token=` of the link in the mail', maxLength: 200 })
  @IsString()
  @Length(1, 200)
  token!: string;
}

export class RegistrationLookView {
  @ApiProperty({ description: 'The address that was invited, with which to register' })
  email!: string;

  @ApiProperty({ type: String, nullable: true, description: 'The name that the operator has suggested' })
  tenantName!: string | null;
}

export class VerifiedView {
  @ApiProperty({ description: 'The address that is verified now' })
  email!: string;
}

export class RegistrationInviteBody {
  @ApiProperty({ example: 'ada@example.com' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @ApiPropertyOptional({ maxLength: 200, description: 'A name to suggest for the tenant' })
  @MayBeAbsent()
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(200)
  tenantName?: string;
}

export class RegistrationInviteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ type: String, nullable: true })
  tenantName!: string | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  expiresAt!: Date;

  @ApiProperty({ type: Date, nullable: true, description: 'When somebody has registered by it' })
  usedAt!: Date | null;
}
