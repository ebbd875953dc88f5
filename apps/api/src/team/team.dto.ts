import { ApiProperty } from '@nestjs/swagger';
import type { Invite, TeamMember } from '@waypost/accounts';
import { type Role, roles } from '@waypost/contracts';
import { IsEmail, IsIn, MaxLength } from 'class-validator';

export class RoleBody {
  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role!: Role;
}

export class InviteBody extends RoleBody {
  @ApiProperty({ example: 'grace@example.com' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;
}

export class TeamMemberView {
  @ApiProperty({ format: 'uuid' })
  userId!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ enum: ['active', 'disabled'] })
  status!: 'active' | 'disabled';

  @ApiProperty({ type: String, format: 'date-time' })
  joinedAt!: string;

  @ApiProperty()
  emailVerified!: boolean;

  @ApiProperty({ description: 'Whether a code of an authenticator is asked for at sign-in' })
  hasTotp!: boolean;
}

export class InviteView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ enum: roles })
  role!: Role;

  @ApiProperty({ description: 'Name of the person, or of the API key' })
  invitedByName!: string;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty({ description: 'When the mail was sent last' })
  sentAt!: Date;

  @ApiProperty({ description: 'From then on its link is over, until it is sent again' })
  expiresAt!: Date;
}

export function memberView({ id: _id, joinedAt, ...member }: TeamMember): TeamMemberView {
  return { ...member, joinedAt: new Date(joinedAt).toISOString() };
}

export function inviteView(invite: Invite): InviteView {
  return invite;
}
