import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Erasure, Kept, KeptAttempt, KeptDelivery, Retention } from '@waypost/hub';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { Line, MayBeAbsent } from '../waba/field-rules.ts';

export class CustomerBody {
  @Line(40, {
    description: 'Number of the customer with its country code, in any notation',
    example: '+1 202 555 0143',
    optional: true,
  })
  phone?: string;

  @ApiPropertyOptional({
    description: 'Business-scoped user id of the customer',
    example: 'US.13491208655302741918',
  })
  @MayBeAbsent()
  @IsString()
  @Matches(/^[\w.-]{3,100}$/, { message: 'must be a user id of Meta, such as US.13491208655302741918' })
  userId?: string;
}

export class CustomerExportBody extends CustomerBody {
  @ApiPropertyOptional({ description: '`nextCursor` of the part before' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

class KeptAttemptView implements KeptAttempt {
  @ApiProperty() at!: Date;
  @ApiProperty({ type: 'integer', nullable: true }) status!: number | null;
  @ApiProperty({ type: String, nullable: true }) error!: string | null;
  @ApiProperty({ description: 'What the project answered' }) answer!: string;
}

class KeptDeliveryView implements KeptDelivery {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'Name of the project that it went to' }) project!: string;
  @ApiProperty() state!: string;
  @ApiProperty({ type: [KeptAttemptView] }) attempts!: KeptAttemptView[];
}

class KeptView implements Kept {
  @ApiProperty({ enum: ['event', 'webhook'] }) kind!: Kept['kind'];
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() receivedAt!: Date;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: "In Meta's shape, the items about the customer",
  })
  payload!: unknown;
  @ApiProperty({ type: [KeptDeliveryView] }) deliveries!: KeptDeliveryView[];
}

export class CustomerExportView {
  @ApiProperty({ type: [String], description: 'Numbers under which was looked' }) numbers!: string[];
  @ApiProperty({
    type: [String],
    description: 'User ids under which was looked, with those that were found; name one in the next call',
  })
  userIds!: string[];
  @ApiProperty({ type: [KeptView], description: 'Oldest first; a part may be empty and not be the last one' })
  data!: KeptView[];
  @ApiProperty({ type: String, nullable: true, description: 'Null when everything was gone through' })
  nextCursor!: string | null;
}

export class ErasureView implements Erasure {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['running', 'done'] }) state!: Erasure['state'];
  @ApiProperty({ type: 'integer', description: 'Events in which the customer was' }) events!: number;
  @ApiProperty({ type: 'integer', description: 'Further webhooks, such as repetitions' }) webhooks!: number;
  @ApiProperty({ type: 'integer', description: 'Messages, statuses and the like about the customer' })
  items!: number;
  @ApiProperty({ type: 'integer', description: 'Answers of projects that were dropped with them' })
  answers!: number;
  @ApiProperty({ type: 'integer', description: 'Deliveries that had not gone out and will not' })
  cancelled!: number;
  @ApiProperty() createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true }) finishedAt!: Date | null;
}

export class RetentionBody {
  @ApiProperty({
    type: 'integer',
    minimum: 2,
    description: 'Days after which events and deliveries are deleted',
  })
  @IsInt()
  @Min(2)
  @Max(3_650)
  eventDays!: number;
}

export class RetentionView implements Retention {
  @ApiProperty({ type: 'integer' }) eventDays!: number;
  @ApiProperty({ type: 'integer', description: 'What the plan and the installation allow' })
  maxEventDays!: number;
}
