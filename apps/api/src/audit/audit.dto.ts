import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import type { AuditActor, AuditedPerson, AuditEntry, BrokenLink, Verified } from '@waypost/accounts';
import { Type } from 'class-transformer';
import { IsInt, IsString, Length, Matches, Max, Min } from 'class-validator';
import { IsInstant } from '../http/instants.ts';
import { PageQuery } from '../http/paging.ts';
import { MayBeAbsent } from '../waba/field-rules.ts';

export class AuditFilterQuery {
  @ApiPropertyOptional({
    description: 'An action, or what comes before its full stop',
    example: 'project.created',
  })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[^\0]*$/, { message: 'must not contain the character NUL' })
  @Length(1, 100)
  action?: string;

  @ApiPropertyOptional({ description: 'Id or e-mail of a person, or id of an API key' })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[^\0]*$/, { message: 'must not contain the character NUL' })
  @Length(1, 320)
  actor?: string;

  @ApiPropertyOptional({ example: 'project' })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[^\0]*$/, { message: 'must not contain the character NUL' })
  @Length(1, 100)
  targetType?: string;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @Matches(/^[^\0]*$/, { message: 'must not contain the character NUL' })
  @Length(1, 200)
  targetId?: string;

  @ApiPropertyOptional({ description: 'At or after', format: 'date-time' })
  @MayBeAbsent()
  @IsInstant()
  since?: string;

  @ApiPropertyOptional({ description: 'Before', format: 'date-time' })
  @MayBeAbsent()
  @IsInstant()
  until?: string;
}

export class AuditQuery extends IntersectionType(PageQuery, AuditFilterQuery) {}

export class AuditVerifyQuery {
  @ApiPropertyOptional({
    description: '`upTo` of the call before, when that was not complete',
    type: 'integer',
    minimum: 0,
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  after?: number;
}

class PersonView implements AuditedPerson {
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null when the person was erased' }) email!:
    string | null;
}

class ActorView extends PersonView implements AuditActor {
  @ApiProperty({ enum: ['person', 'key', 'system', 'stranger'] }) kind!: AuditActor['kind'];
  @ApiProperty({ type: PersonView, nullable: true, description: 'The super-admin who worked as the actor' })
  impersonator!: PersonView | null;
}

class TargetView {
  @ApiProperty({ example: 'project' }) type!: string;
  @ApiProperty() id!: string;
  @ApiProperty({ type: String, nullable: true }) name!: string | null;
}

const fields = {
  type: 'object',
  additionalProperties: true,
  nullable: true,
  description: 'Only what differs, where both sides are known; secrets are hidden',
} as const;

export class AuditEntryView implements AuditEntry {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Place in the chain, from 1 and without a gap', type: 'integer' })
  sequence!: number;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ example: 'project.created' }) action!: string;
  @ApiProperty() actor!: ActorView;
  @ApiProperty() target!: TargetView;
  @ApiProperty(fields) before!: Record<string, unknown> | null;
  @ApiProperty(fields) after!: Record<string, unknown> | null;
  @ApiProperty({ type: String, nullable: true, description: 'IP address of the call' }) address!:
    string | null;
  @ApiProperty({ type: String, nullable: true }) userAgent!: string | null;
  @ApiProperty({ type: String, nullable: true }) requestId!: string | null;
  @ApiProperty({ description: 'SHA-256 in hex, over this entry and the hash of the one before' })
  hash!: string;
}

class BrokenLinkView implements BrokenLink {
  @ApiProperty({ type: 'integer' }) sequence!: number;
  @ApiProperty({ description: 'What does not match' }) problem!: string;
}

export class AuditVerifiedView implements Verified {
  @ApiProperty({ type: 'integer', description: 'Entries that were looked at in this call' }) checked!: number;
  @ApiProperty({ type: 'integer', description: 'The last entry that holds' }) upTo!: number;
  @ApiProperty({ description: 'False when there is more to check: call again with `after`' })
  complete!: boolean;
  @ApiProperty({ type: BrokenLinkView, nullable: true }) broken!: BrokenLinkView | null;
}
