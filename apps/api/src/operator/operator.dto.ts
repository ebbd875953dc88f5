import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { QuarantineEntry, QueueFigures, Unclaimed } from '@waypost/hub';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsOptional, IsString, IsUUID, Matches, MaxLength, MinLength } from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { MayBeAbsent } from '../waba/field-rules.ts';

export class QueueView implements QueueFigures {
  @ApiProperty({ enum: ['explode', 'deliver', 'bulk'] }) queue!: QueueFigures['queue'];
  @ApiProperty({ description: 'Due and not taken up' }) pending!: number;
  @ApiProperty({ description: 'Being worked on' }) active!: number;
  @ApiProperty({ description: 'For later' }) waiting!: number;
  @ApiProperty() completed!: number;
  @ApiProperty() failed!: number;
  @ApiProperty({ description: 'Seconds since the oldest due work became due' }) oldestSeconds!: number;
}

export class QueuesView {
  @ApiProperty({ enum: ['redis', 'postgresql'] }) backend!: 'redis' | 'postgresql';
  @ApiProperty({ type: [QueueView] }) queues!: QueueView[];
}

export class QuarantineQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Also those that were released' })
  @IsOptional() @Transform(({ value }) => value === true || value === 'true') @IsBoolean()
  released: boolean = false;
}

export class QuarantineView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ format: 'uuid' }) webhookId!: string;
  @ApiProperty({ enum: ['not_json', 'not_meta', 'foreign', 'failed'] }) reason!: QuarantineEntry['reason'];
  @ApiProperty() detail!: string;
  @ApiProperty({ type: String, nullable: true, description: "Meta's id of the app that signed it" }) appId!: string | null;
  @ApiProperty({ description: 'Bytes' }) size!: number;
  @ApiProperty() createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true }) releasedAt!: Date | null;
}

export class QuarantineDetailView extends QuarantineView {
  @ApiProperty({ type: String, nullable: true, description: 'The received body; null when it is not kept any more' })
  body!: string | null;
}

export class UnclaimedView implements Unclaimed {
  @ApiProperty({ description: "Meta's phone_number_id, or WABA id" }) subject!: string;
  @ApiProperty({ enum: ['number', 'account'] }) kind!: Unclaimed['kind'];
  @ApiProperty({ description: 'WABA id' }) businessId!: string;
  @ApiProperty({ type: String, nullable: true }) phoneNumber!: string | null;
  @ApiProperty() webhooks!: number;
  @ApiProperty() items!: number;
  @ApiProperty() firstAt!: Date;
  @ApiProperty() lastAt!: Date;
}

export class AssignBody {
  @ApiProperty({ format: 'uuid', description: 'The tenant that gets the number' })
  @IsUUID()
  tenantId!: string;

  @ApiProperty({ description: "Meta's id of the app through which it is connected: the tenant's own or a platform app" })
  @IsString() @Matches(/^\d{5,20}$/)
  appId!: string;

  @ApiProperty({ example: '+1 555 078 3881' })
  @IsString() @MinLength(5) @MaxLength(40)
  phoneNumber!: string;

  @ApiProperty()
  @IsString() @MinLength(1) @MaxLength(200)
  displayName!: string;

  @ApiPropertyOptional({ type: [String], description: 'Ids or slugs of projects to map it to, before what came is sent on' })
  @MayBeAbsent() @IsArray() @ArrayMaxSize(50) @IsString({ each: true })
  projects?: string[];
}

export class ReplayedView {
  @ApiProperty({ description: 'Webhooks that are split again' }) webhooks!: number;
}
