import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import type { ApiKeyView, ApiKeyWithKey } from '@waypost/accounts';
import { keyScopes, type Permission } from '@waypost/contracts';
import { ArrayMaxSize, IsArray, IsIn, IsInt, Max, Min } from 'class-validator';
import { IsInstant } from '../http/instants.ts';
import { Line, MayBeAbsent } from '../waba/field-rules.ts';

const dateOrNull = { type: Date, nullable: true };
const scopes = { enum: keyScopes, isArray: true };

export class CreateApiKeyBody {
  @Line(100, { description: 'What the key is for', example: 'Shop backend' })
  name!: string;

  @ApiProperty({ ...scopes, description: 'What it may do; nothing that you may not do yourself' })
  @IsArray()
  @ArrayMaxSize(keyScopes.length)
  @IsIn(keyScopes, { each: true, message: `each of $property must be one of ${keyScopes.join(', ')}` })
  scopes!: Permission[];

  @ApiPropertyOptional({ type: Date, description: 'When it ends by itself; never when absent' })
  @MayBeAbsent()
  @IsInstant()
  expiresAt?: string;
}

export class UpdateApiKeyBody extends PartialType(PickType(CreateApiKeyBody, ['name', 'scopes']), {
  skipNullProperties: false,
}) {}

export class RotateApiKeyBody {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 168,
    default: 24,
    description: 'Hours during which the key is accepted with its former secret too',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours?: number;
}

export class ApiKeyAnswer implements ApiKeyView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty(scopes)
  scopes!: Permission[];

  @ApiProperty({ description: 'How the key begins', example: 'wp_live_0Q7f3KcXwzK1n5yB2aR9tu' })
  prefix!: string;

  @ApiProperty({ description: 'How it ends', example: 'x7Qa' })
  lastFour!: string;

  @ApiProperty(dateOrNull)
  expiresAt!: Date | null;

  @ApiProperty({ ...dateOrNull, description: 'To the minute' })
  lastUsedAt!: Date | null;

  @ApiProperty({ ...dateOrNull, description: 'Until when the secret before the last rotation is accepted' })
  previousUntil!: Date | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Null when the person is gone' })
  createdBy!: string | null;

  @ApiProperty()
  createdAt!: Date;
}

export class ApiKeyWithKeyAnswer extends ApiKeyAnswer implements ApiKeyWithKey {
  @ApiProperty({
    description: 'The key itself, shown this one time',
    example: 'wp_live_0Q7f3KcXwzK1n5yB2aR9tu_…',
  })
  key!: string;
}
