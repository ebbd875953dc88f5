import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import type { MappedProject, MappingView } from '@waypost/hub';
import { IsArray, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { Line, MayBeAbsent, MetaId } from '../waba/field-rules.ts';
import { ProjectAnswer } from './projects.dto.ts';

const fields = {
  type: String,
  isArray: true as const,
  description: "Fields of Meta's webhooks that the project gets; `*` is every one",
  example: ['messages'],
};

export class CreateMappingBody {
  @MetaId({ description: "Meta's phone_number_id", example: '106540352242922' })
  phoneNumberId!: string;

  @Line(40, { description: 'Id or slug of the project', example: 'orders' })
  projectId!: string;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 0,
    maximum: 1000,
    default: 0,
    description: 'Projects with a higher one get their copy earlier',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(1000)
  priority?: number;

  @ApiPropertyOptional({ ...fields, default: ['messages'] })
  @MayBeAbsent()
  @IsArray()
  fields?: string[];
}

export class UpdateMappingBody extends PartialType(
  OmitType(CreateMappingBody, ['phoneNumberId', 'projectId']),
  {
    skipNullProperties: false,
  },
) {}

export class MappingQuery extends PageQuery {
  @ApiPropertyOptional({ description: "Only those of this number: Meta's phone_number_id" })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  phoneNumberId?: string;

  @ApiPropertyOptional({ description: 'Only those of this project: its id or slug' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  projectId?: string;
}

export class MappingAnswer implements MappingView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: '106540352242922' })
  phoneNumberId!: string;

  @ApiProperty({ format: 'uuid' })
  projectId!: string;

  @ApiProperty({ example: 'orders' })
  projectSlug!: string;

  @ApiProperty({ type: 'integer' })
  priority!: number;

  @ApiProperty(fields)
  fields!: string[];

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}

export class MappedProjectAnswer extends ProjectAnswer implements MappedProject {
  @ApiProperty({ format: 'uuid' })
  mappingId!: string;

  @ApiProperty({ type: 'integer' })
  priority!: number;

  @ApiProperty(fields)
  fields!: string[];
}
