import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  type Attempt,
  type BulkOperation,
  type CountedEvent,
  type DeliveryDetail,
  type DeliverySource,
  deliverySources,
  type DeliveryState,
  deliveryStates,
  type NamedDelivery,
  SCHEDULE_MS,
} from '@waypost/hub';
import { instantOf } from '@waypost/platform';
import { Transform } from 'class-transformer';
import { ArrayNotEmpty, IsIn, IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { IsInstant } from '../http/instants.ts';
import { PageQuery } from '../http/paging.ts';
import { MayBeAbsent } from '../waba/field-rules.ts';

const asList = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value);
const asNumber = ({ value }: { value: unknown }) => (typeof value === 'string' ? Number(value) : value);

// Null and empty texts are refused: taken for "no filter" they would widen what a bulk operation sends.

export class EventFilterBody {
  @ApiPropertyOptional({ description: "Meta's phone_number_id", example: '106540352242922' })
  @MayBeAbsent() @IsString() @Length(1, 40)
  phoneNumberId?: string;

  @ApiPropertyOptional({ description: 'WABA id' })
  @MayBeAbsent() @IsString() @Length(1, 40)
  businessId?: string;

  @ApiPropertyOptional({ description: "Field of Meta's webhook", example: 'messages' })
  @MayBeAbsent() @IsString() @Length(1, 64)
  field?: string;

  @ApiPropertyOptional({ description: 'What is in it', example: 'status:read' })
  @MayBeAbsent() @IsString() @Length(1, 64)
  kind?: string;

  @ApiPropertyOptional({ description: 'Came at or after', format: 'date-time' })
  @MayBeAbsent() @IsInstant()
  since?: string;

  @ApiPropertyOptional({ description: 'Came before', format: 'date-time' })
  @MayBeAbsent() @IsInstant()
  until?: string;
}

export class DeliveryFilterBody {
  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent() @IsUUID()
  projectId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @MayBeAbsent() @IsUUID()
  eventId?: string;

  @ApiPropertyOptional({ enum: deliveryStates, isArray: true, description: 'In a query, separated by commas' })
  @MayBeAbsent() @Transform(asList) @IsIn(deliveryStates, { each: true }) @ArrayNotEmpty()
  states?: DeliveryState[];

  @ApiPropertyOptional({ description: 'HTTP status that the project answered last', example: 500 })
  @MayBeAbsent() @Transform(asNumber) @IsInt() @Min(100) @Max(599)
  status?: number;

  @ApiPropertyOptional({ format: 'date-time' })
  @MayBeAbsent() @IsInstant()
  since?: string;

  @ApiPropertyOptional({ format: 'date-time' })
  @MayBeAbsent() @IsInstant()
  until?: string;

  @ApiPropertyOptional({ description: "Meta's phone_number_id", example: '106540352242922' })
  @MayBeAbsent() @IsString() @Length(1, 40)
  phoneNumberId?: string;

  @ApiPropertyOptional({ description: '`text`, `status:read`; `status` means all statuses', example: 'status:read' })
  @MayBeAbsent() @IsString() @Length(1, 64)
  kind?: string;

  @ApiPropertyOptional({
    description: "A delivery's or an event's id, Meta's id of a message, five digits or more of your number, or part of an error",
  })
  @MayBeAbsent() @IsString() @Length(1, 500)
  q?: string;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, description: 'The last attempt took longer, in milliseconds' })
  @MayBeAbsent() @Transform(asNumber) @IsInt() @Min(0) @Max(3_600_000)
  minDurationMs?: number;

  @ApiPropertyOptional({ enum: deliverySources })
  @MayBeAbsent() @IsIn(deliverySources)
  source?: DeliverySource;
}

export class EventQuery extends IntersectionType(PageQuery, EventFilterBody) {
  @ApiPropertyOptional({ description: "Meta's id of a message; its statuses are found too" })
  @MayBeAbsent() @IsString() @Length(1, 500)
  messageId?: string;
}

export class DeliveryQuery extends IntersectionType(PageQuery, DeliveryFilterBody) {}

export class HistogramQuery extends DeliveryFilterBody {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 96 })
  @MayBeAbsent() @Transform(asNumber) @IsInt() @Min(1) @Max(200)
  buckets: number = 96;
}

export class ReplayBody {
  @ApiPropertyOptional({ format: 'uuid', description: 'One project instead of those it is routed to now' })
  @MayBeAbsent() @IsUUID()
  projectId?: string;
}

export class BulkReplayBody extends IntersectionType(EventFilterBody, ReplayBody) {}

export class RecoverBody {
  @ApiProperty({ format: 'date-time', description: 'Everything that failed or was not sent since then goes out again' })
  @IsInstant()
  since!: string;
}

export class DeliveryCountsView {
  @ApiProperty({ type: 'integer' }) total!: number;
  @ApiProperty({ type: 'integer' }) delivered!: number;
  @ApiProperty({ type: 'integer', description: 'Waiting for another attempt, or failed' }) troubled!: number;
  @ApiProperty({ type: 'integer', description: 'Pending, or on their way' }) open!: number;
}

export class EventView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() receivedAt!: Date;
  @ApiProperty({ type: String, nullable: true, description: "Meta's phone_number_id" }) phoneNumberId!: string | null;
  @ApiProperty({ description: 'WABA id' }) businessId!: string;
  @ApiProperty({ type: [String] }) fields!: string[];
  @ApiProperty({ type: [String] }) kinds!: string[];
  @ApiProperty({ type: [String], description: "Meta's ids of messages and statuses" }) itemIds!: string[];
  @ApiProperty() items!: number;
  @ApiProperty({ type: DeliveryCountsView, description: 'How its deliveries stand' }) deliveryCounts!: DeliveryCountsView;
}

export class DeliveryView {
  @ApiProperty({ format: 'uuid', description: 'Also the webhook-id that the project sees' }) id!: string;
  @ApiProperty({ format: 'uuid' }) eventId!: string;
  @ApiProperty({ format: 'uuid' }) projectId!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Which item of the event, for projects that want one each' })
  item!: number | null;
  @ApiProperty() priority!: number;
  @ApiProperty({ enum: deliveryStates }) state!: DeliveryState;
  @ApiProperty({ type: String, nullable: true, description: 'Why it is held or was cancelled' }) cause!: string | null;
  @ApiProperty() attempts!: number;
  @ApiProperty({ type: Date, nullable: true, description: 'When the next attempt is due; null when none is' })
  nextAttemptAt!: Date | null;
  @ApiProperty({ type: Number, nullable: true }) lastStatus!: number | null;
  @ApiProperty({ type: String, nullable: true }) lastError!: string | null;
  @ApiProperty() createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true }) finishedAt!: Date | null;
  @ApiProperty({ enum: deliverySources }) source!: DeliverySource;
  @ApiProperty({ type: [String], description: 'What is in it' }) kinds!: string[];
  @ApiProperty({ type: String, nullable: true, description: "Meta's phone_number_id" }) phoneNumberId!: string | null;
  @ApiProperty({ type: Date, nullable: true }) lastTriedAt!: Date | null;
  @ApiProperty({ type: 'integer', nullable: true, description: 'How long the last attempt took, in milliseconds' })
  lastDurationMs!: number | null;
  @ApiProperty() projectName!: string;
  @ApiProperty() projectSlug!: string;
}

export class EventDetailView extends EventView {
  @ApiProperty({ type: String, nullable: true, description: 'The forwarded body; null when it is not kept any more' })
  payload!: string | null;
  @ApiProperty({ type: [DeliveryView] }) deliveries!: DeliveryView[];
}

export class AttemptView {
  @ApiProperty() number!: number;
  @ApiProperty() startedAt!: Date;
  @ApiProperty({ description: 'Milliseconds' }) durationMs!: number;
  @ApiProperty({ type: Number, nullable: true }) status!: number | null;
  @ApiProperty({ type: String, nullable: true, description: 'What went wrong, in words' }) error!: string | null;
  @ApiProperty({ description: 'The first 16 KiB of the answer' }) response!: string;
}

export class HeaderView {
  @ApiProperty() name!: string;
  @ApiProperty() value!: string;
}

export class RequestView {
  @ApiProperty({ description: 'Where the project is today' }) url!: string;
  @ApiProperty({ type: [HeaderView], description: 'Placeholders stand for signatures and for values of your own headers' })
  headers!: HeaderView[];
  @ApiProperty() body!: string;
  @ApiProperty({ type: 'integer' }) bytes!: number;
  @ApiProperty({ description: 'Of the body, in hex' }) sha256!: string;
  @ApiProperty({ description: 'Whether these are the bytes that Meta sent' }) unchanged!: boolean;
}

export class SignatureView {
  @ApiProperty({ type: String, nullable: true }) appId!: string | null;
  @ApiProperty({ type: String, nullable: true }) appName!: string | null;
}

export class DeliveryDetailView extends DeliveryView {
  @ApiProperty({ type: 'integer', description: 'How many attempts are made at most, unless it is retried' })
  attemptLimit!: number;
  @ApiProperty({ type: [AttemptView] }) log!: AttemptView[];
  @ApiProperty({ type: RequestView, nullable: true, description: 'Null when the body is not kept any more' })
  request!: RequestView | null;
  @ApiProperty({ type: EventView, nullable: true }) event!: EventView | null;
  @ApiProperty({ type: SignatureView, description: 'The app whose signature was checked; nulls for tests' })
  signature!: SignatureView;
}

export class BulkView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ enum: ['retry', 'replay'] }) kind!: string;
  @ApiProperty({ enum: ['running', 'done', 'cancelled'] }) state!: string;
  @ApiProperty({ type: Object }) filter!: Record<string, unknown>;
  @ApiProperty({ description: 'Rows that met the filter when it was asked for' }) total!: number;
  @ApiProperty({ description: 'Rows looked at so far' }) processed!: number;
  @ApiProperty({ description: 'Deliveries put back on their way' }) affected!: number;
  @ApiProperty() createdAt!: Date;
  @ApiProperty({ type: Date, nullable: true }) finishedAt!: Date | null;
}

export class TestView {
  @ApiProperty({ format: 'uuid' }) eventId!: string;
  @ApiProperty({ format: 'uuid' }) deliveryId!: string;
}

export class ReplayView {
  @ApiProperty({ description: 'How many deliveries were made' }) deliveries!: number;
}

export function eventView(event: CountedEvent): EventView {
  const { id, metaPhoneNumberId: phoneNumberId, businessId, fields, kinds, itemIds, items, counts } = event;
  return { id, receivedAt: instantOf(id), phoneNumberId, businessId, fields, kinds, itemIds, items, deliveryCounts: counts };
}

export function deliveryView(delivery: NamedDelivery): DeliveryView {
  const { id, eventId, projectId, item, priority, state, cause, attempts, lastStatus, lastError, finishedAt, source } = delivery;
  const { kinds, metaPhoneNumberId: phoneNumberId, lastTriedAt, lastDurationMs, projectName, projectSlug } = delivery;
  // Held work has no date, which the driver reads as infinity.
  const due = (state === 'pending' || state === 'waiting') && delivery.nextAt instanceof Date ? delivery.nextAt : null;
  return {
    id, eventId, projectId, item, priority, state, cause, attempts, nextAttemptAt: due, lastStatus, lastError,
    createdAt: instantOf(id), finishedAt, source, kinds, phoneNumberId, lastTriedAt, lastDurationMs, projectName, projectSlug,
  };
}

export function deliveryDetailView(delivery: DeliveryDetail): DeliveryDetailView {
  const { log, request, event, signature } = delivery;
  return {
    ...deliveryView(delivery),
    attemptLimit: SCHEDULE_MS.length,
    log: log.map(attemptView),
    request,
    event: event && eventView(event),
    signature,
  };
}

export function attemptView({ number, startedAt, durationMs, status, error, response }: Attempt): AttemptView {
  return { number, startedAt, durationMs, status, error, response: response.toString('utf8') };
}

export function bulkView({ id, kind, state, filter, total, processed, affected, createdAt, finishedAt }: BulkOperation): BulkView {
  return { id, kind, state, filter, total, processed, affected, createdAt, finishedAt };
}
