import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import type { Probe, ProjectHealthView, ProjectView, Split } from '@waypost/hub';
import { IsIn, IsInt, IsObject, Max, Min } from 'class-validator';
import { FreeText, Line, MayBeAbsent } from '../waba/field-rules.ts';

const split = {
  enum: ['batch', 'event'],
  description: '`event`: one message or status per request, for receivers that read only the first',
};
const dateOrNull = { type: Date, nullable: true };

export class CreateProjectBody {
  @Line(200, { example: 'Orders' })
  name!: string;

  @Line(40, { description: 'Made from the name when absent', example: 'orders', optional: true })
  slug?: string;

  @Line(2000, { description: 'http or https', example: 'https://orders.example.com/whatsapp' })
  endpoint!: string;

  @FreeText(2000, { optional: true })
  description?: string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Up to 20 headers of your own for every delivery. A change replaces all of them',
    example: { Authorization: 'Bearer …' },
  })
  @MayBeAbsent()
  @IsObject()
  headers?: Record<string, unknown>;

  @ApiPropertyOptional({ ...split, default: 'batch' })
  @MayBeAbsent()
  @IsIn(split.enum)
  split?: Split;
}

export class UpdateProjectBody extends PartialType(CreateProjectBody, { skipNullProperties: false }) {}

export class RotateSecretBody {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 168,
    default: 24,
    description: 'Hours during which deliveries are signed with the previous secret too',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(168)
  overlapHours?: number;
}

class ProjectHealthAnswer implements ProjectHealthView {
  @ApiProperty({
    enum: ['closed', 'open', 'half_open'],
    description: '`open`: nothing goes out until `openUntil`; `half_open`: one request at a time',
  })
  breaker!: ProjectHealthView['breaker'];

  @ApiProperty(dateOrNull)
  openUntil!: Date | null;

  @ApiProperty({ type: 'integer' })
  consecutiveFailures!: number;

  @ApiProperty({ ...dateOrNull, description: 'Since when every attempt has failed' })
  failingSince!: Date | null;

  @ApiProperty(dateOrNull)
  lastSuccessAt!: Date | null;

  @ApiProperty(dateOrNull)
  lastFailureAt!: Date | null;
}

export class ProjectAnswer implements ProjectView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'orders' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty()
  endpoint!: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Names; the values are never answered',
    example: { Authorization: '••••' },
  })
  headers!: Record<string, string>;

  @ApiProperty(split)
  split!: Split;

  @ApiProperty({ enum: ['enabled', 'disabled'] })
  status!: ProjectView['status'];

  @ApiProperty({
    enum: ['manual', 'gone', 'failing'],
    nullable: true,
    description: '`gone`: the endpoint answered 410; `failing`: nothing but failures for days',
  })
  disabledReason!: ProjectView['disabledReason'];

  @ApiProperty(dateOrNull)
  disabledAt!: Date | null;

  @ApiProperty({
    ...dateOrNull,
    description: 'Until when deliveries are signed with the previous secret too',
  })
  previousSecretExpiresAt!: Date | null;

  @ApiProperty({ type: 'integer', description: 'How many numbers are mapped to it' })
  mappings!: number;

  @ApiProperty({ type: ProjectHealthAnswer })
  health!: ProjectHealthAnswer;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}

export class ProjectWithSecretAnswer extends ProjectAnswer {
  @ApiProperty({
    description: 'With which deliveries are signed. Keep it: it is not shown again',
    example: 'whsec_…',
  })
  secret!: string;
}

export class ProbeAnswer implements Probe {
  @ApiProperty({ type: 'integer', nullable: true, description: 'HTTP status; null when there was no answer' })
  status!: number | null;

  @ApiProperty({ type: 'integer', description: 'Milliseconds' })
  durationMs!: number;

  @ApiProperty({ type: String, nullable: true, description: 'What was wrong, in words' })
  error!: string | null;

  @ApiProperty({ description: 'It answered with a 2xx: its circuit is closed, and what waits goes out' })
  healthy!: boolean;
}
