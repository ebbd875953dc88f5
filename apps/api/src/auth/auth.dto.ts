import { ApiProperty } from '@nestjs/swagger';
import { type PersonMembership, type Session } from '@waypost/accounts';
import { type Role, roles } from '@waypost/contracts';
import { IsEmail, IsString, IsUUID, MaxLength } from 'class-validator';

export class SignInBody {
  @ApiProperty({ example: 'admin@waypost.local' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @ApiProperty({ maxLength: 200 })
  @IsString()
  @MaxLength(200)
  password!: string;
}

export class SwitchBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('loose')
  tenantId!: string;
}

class SessionTenant {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'acme' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['active', 'suspended'] })
  status!: 'active' | 'suspended';

  @ApiProperty({ enum: roles })
  role!: Role;
}

class SessionUser {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  superAdmin!: boolean;
}

export class SessionView implements Session {
  @ApiProperty()
  accessToken!: string;

  @ApiProperty({ type: 'integer', description: 'Seconds' })
  expiresIn!: number;

  @ApiProperty({ type: SessionTenant, nullable: true, description: 'Null for who belongs to no tenant' })
  tenant!: SessionTenant | null;

  @ApiProperty({ type: SessionUser })
  user!: SessionUser;
}

export class MeView {
  @ApiProperty({ type: SessionUser })
  user!: SessionUser;

  @ApiProperty({ type: SessionTenant, nullable: true, description: 'The tenant of the session' })
  tenant!: SessionTenant | null;

  @ApiProperty({ type: [SessionTenant], description: 'Where auth/switch can go' })
  tenants!: SessionTenant[];
}

export function tenantView({ tenantId, slug, name, status, role }: PersonMembership): SessionTenant {
  return { id: tenantId, slug, name, status, role };
}
