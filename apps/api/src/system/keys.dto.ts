import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { KeyRewrap, KeysOverview } from '@waypost/platform';
import { IsBoolean, IsUUID } from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

export class RewrapBody {
  @ApiPropertyOptional({
    default: false,
    description: 'Gives tenants a new data key too, and seals all their secrets anew under it',
  })
  @MayBeAbsent()
  @IsBoolean()
  newDataKeys?: boolean;

  @ApiPropertyOptional({ format: 'uuid', description: 'Only the keys and secrets of this tenant' })
  @MayBeAbsent()
  @IsUUID()
  tenantId?: string;
}

export class RewrapView implements KeyRewrap {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['running', 'done', 'failed'] })
  state!: KeyRewrap['state'];

  @ApiProperty({
    enum: ['keys', 'secrets'],
    description:
      'keys: data keys are wrapped under the present root key; secrets: secrets are sealed under new data keys',
  })
  phase!: KeyRewrap['phase'];

  @ApiProperty()
  newDataKeys!: boolean;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'null: of all tenants' })
  onlyTenant!: string | null;

  @ApiProperty({ example: 'local:0123456789abcdef' })
  rootKey!: string;

  @ApiProperty({ type: String, nullable: true, description: 'What stands in the way, and what to do' })
  error!: string | null;

  @ApiProperty({ type: 'integer' })
  keysTotal!: number;

  @ApiProperty({ type: 'integer' })
  keysDone!: number;

  @ApiProperty({ type: 'integer' })
  secretsTotal!: number;

  @ApiProperty({ type: 'integer' })
  secretsDone!: number;

  @ApiProperty({
    type: 'integer',
    description: 'Secrets that do not open; the audit has them as secret.altered',
  })
  secretsUnreadable!: number;

  @ApiProperty()
  startedAt!: Date;

  @ApiProperty({ type: Date, nullable: true })
  finishedAt!: Date | null;
}

class DataKeysView {
  @ApiProperty({ example: 'local:0123456789abcdef' })
  rootKey!: string;

  @ApiProperty({ type: 'integer' })
  dataKeys!: number;
}

export class KeysView implements KeysOverview {
  @ApiProperty({
    description: 'The root key that wraps data keys; its name, never its value',
    example: 'local:0123456789abcdef',
  })
  rootKey!: string;

  @ApiProperty({ type: [String], description: 'Former root keys that still open what they wrapped' })
  previousRootKeys!: string[];

  @ApiProperty({ type: [DataKeysView], description: 'How many data keys each root key has wrapped' })
  dataKeys!: DataKeysView[];

  @ApiProperty({ type: RewrapView, nullable: true, description: 'The latest renewal' })
  latest!: RewrapView | null;
}
