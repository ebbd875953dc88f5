import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type OidcProvider, type RoleOfNewcomers, rolesOfNewcomers } from '@waypost/accounts';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsIn,
  IsString,
  IsUrl,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

export class OidcSettingsBody {
  @ApiProperty({
    example: 'https://login.example.com',
    description: 'As the provider writes it, to the letter',
  })
  @IsUrl({
    require_tld: false,
    require_protocol: true,
    protocols: ['https', 'http'],
    disallow_auth: true,
    allow_fragments: false,
    allow_query_components: false,
  })
  @MaxLength(500)
  issuer!: string;

  @ApiProperty({ example: 'waypost' })
  @IsString()
  @Length(1, 300)
  clientId!: string;

  @ApiPropertyOptional({ description: 'Left out, the present one stays; another issuer needs it again' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 1_000)
  clientSecret?: string;

  @ApiProperty({
    type: [String],
    minItems: 1,
    maxItems: 50,
    example: ['example.com'],
    description: 'Only addresses of these domains are let in',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @MaxLength(253, { each: true })
  @Matches(DOMAIN, { each: true, message: 'must be domains such as example.com' })
  emailDomains!: string[];

  @ApiProperty({ enum: rolesOfNewcomers, description: 'Of who gets an account by signing in' })
  @IsIn(rolesOfNewcomers)
  defaultRole!: RoleOfNewcomers;

  @ApiProperty({ description: 'Whether who is neither a member nor invited gets an account' })
  @IsBoolean()
  createPeople!: boolean;
}

class OidcProviderView {
  @ApiProperty()
  issuer!: string;

  @ApiProperty()
  clientId!: string;

  @ApiProperty({ type: [String] })
  emailDomains!: string[];

  @ApiProperty({ enum: rolesOfNewcomers })
  defaultRole!: RoleOfNewcomers;

  @ApiProperty()
  createPeople!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  updatedAt!: Date;
}

export class OidcSettingsView {
  @ApiProperty({ description: 'What the provider has to lead back to: enter it there' })
  redirectUri!: string;

  @ApiProperty({
    type: OidcProviderView,
    nullable: true,
    description: 'Null where people sign in with passwords alone',
  })
  provider!: OidcProviderView | null;
}

export function oidcSettingsView(redirectUri: string, provider: OidcProvider | null): OidcSettingsView {
  if (!provider) return { redirectUri, provider: null };
  const { issuer, clientId, emailDomains, defaultRole, createPeople, updatedAt } = provider;
  return { redirectUri, provider: { issuer, clientId, emailDomains, defaultRole, createPeople, updatedAt } };
}
