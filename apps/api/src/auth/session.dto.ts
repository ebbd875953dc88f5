import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PersonMembership, SessionInfo } from '@waypost/accounts';
import { type Role, roles, type TenantStatus, tenantStatuses } from '@waypost/contracts';
import { IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

export class SessionTenant {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'acme' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: tenantStatuses })
  status!: TenantStatus;

  @ApiProperty({ enum: roles })
  role!: Role;
}

export class SessionUser {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  superAdmin!: boolean;
}

export class Impersonator {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  email!: string;
}

export class RefreshBody {
  @ApiPropertyOptional({ description: 'Of a program; a page has its own in a cookie' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  refreshToken?: string;
}

export class SessionItem implements SessionInfo {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '203.0.113.7' })
  address!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the browser or the program says of itself',
  })
  userAgent!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it was opened or last renewed' })
  lastUsedAt!: Date;

  @ApiProperty({ type: String, format: 'date-time', description: 'Unless it is used before' })
  endsAt!: Date;

  @ApiProperty({ description: 'Whether it is the one that asks' })
  current!: boolean;
}

export class SessionView {
  @ApiPropertyOptional({ description: 'For programs; a browser has it in a cookie that scripts cannot read' })
  accessToken?: string;

  @ApiPropertyOptional({ description: 'For programs: gives the next access token at auth/refresh, once' })
  refreshToken?: string;

  @ApiProperty({ type: 'integer', description: 'Seconds for which the access token is good' })
  expiresIn!: number;

  @ApiProperty({ type: SessionTenant, nullable: true, description: 'Null for who belongs to no tenant' })
  tenant!: SessionTenant | null;

  @ApiProperty({ type: SessionUser })
  user!: SessionUser;

  @ApiPropertyOptional({ type: Impersonator, description: 'The super-admin who works as this person' })
  impersonator?: Impersonator;
}

export class EndedImpersonationView {
  @ApiProperty({
    type: SessionView,
    nullable: true,
    description: 'The super-admin’s own; null to a program that sends no refresh token of it',
  })
  session!: SessionView | null;
}

export function tenantView({ tenantId, slug, name, status, role }: PersonMembership): SessionTenant {
  return { id: tenantId, slug, name, status, role };
}
