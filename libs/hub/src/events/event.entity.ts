import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EventId, ProjectId, TenantId, WebhookId } from '@waypost/contracts';

/** What one POST of Meta's brought for one number or account of a tenant. */
@Entity('event')
export class Event {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: TenantId;
  /** UUIDv7: also says when it came. */
  @PrimaryColumn({ type: 'uuid' }) id!: EventId;
  @Column({ name: 'webhook_id', type: 'uuid' }) webhookId!: WebhookId;
  @Column({ name: 'phone_number_id', type: 'uuid', nullable: true }) phoneNumberId!: string | null;
  @Column({ name: 'meta_phone_number_id', type: 'text', nullable: true }) metaPhoneNumberId!: string | null;
  @Column({ name: 'business_id', type: 'text' }) businessId!: string;
  @Column({ type: 'text', array: true }) fields!: string[];
  @Column({ type: 'text', array: true }) kinds!: string[];
  @Column({ name: 'item_ids', type: 'text', array: true }) itemIds!: string[];
  @Column({ type: 'int' }) items!: number;
}

export const deliveryStates = ['pending', 'delivering', 'delivered', 'waiting', 'failed', 'cancelled'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const deliverySources = ['live', 'replay', 'test'] as const;
export type DeliverySource = (typeof deliverySources)[number];

/** Between the kinds of a delivery, which stand in one text. */
export const KIND_SEPARATOR = '\u001f';

/** An event on its way to one project. */
@Entity('delivery')
export class Delivery {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: TenantId;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'event_id', type: 'uuid' }) eventId!: EventId;
  @Column({ name: 'project_id', type: 'uuid' }) projectId!: ProjectId;
  @Column({ type: 'int', nullable: true }) item!: number | null;
  @Column({ type: 'int' }) priority!: number;
  @Column({ type: 'text' }) state!: DeliveryState;
  @Column({ type: 'text', nullable: true }) cause!: string | null;
  @Column({ type: 'int' }) attempts!: number;
  /** When it is due; while delivering, when the lease ends. `infinity` for held work. */
  @Column({ name: 'next_at', type: 'timestamptz' }) nextAt!: Date | number;
  @Column({ name: 'last_status', type: 'int', nullable: true }) lastStatus!: number | null;
  @Column({ name: 'last_error', type: 'text', nullable: true }) lastError!: string | null;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
  @Column({ type: 'text' }) source!: DeliverySource;
  @Column({ name: 'last_tried_at', type: 'timestamptz', nullable: true }) lastTriedAt!: Date | null;
  @Column({ name: 'last_ms', type: 'int', nullable: true }) lastDurationMs!: number | null;
  /** Of the event, as are the kinds. */
  @Column({ name: 'meta_phone_number_id', type: 'text', nullable: true }) metaPhoneNumberId!: string | null;
  @Column({
    type: 'text',
    transformer: {
      from: (text: string) => text.split(KIND_SEPARATOR).filter(Boolean),
      to: (kinds: string[]) => kinds.join(KIND_SEPARATOR),
    },
  })
  kinds!: string[];
}

/** One call to a project, and what it answered. */
@Entity('attempt')
export class Attempt {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: TenantId;
  @PrimaryColumn({ name: 'delivery_id', type: 'uuid' }) deliveryId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'int' }) number!: number;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'duration_ms', type: 'int' }) durationMs!: number;
  @Column({ type: 'int', nullable: true }) status!: number | null;
  @Column({ type: 'text', nullable: true }) error!: string | null;
  @Column({ type: 'bytea' }) response!: Buffer;
}

/** A retry or replay of everything that a filter meets. */
@Entity('bulk_operation')
export class BulkOperation {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: TenantId;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) kind!: BulkKind;
  @Column({ type: 'jsonb' }) filter!: Record<string, unknown>;
  @Column({ type: 'text' }) state!: 'running' | 'done' | 'cancelled';
  /** Rows that met the filter when it was asked for. */
  @Column({ type: 'int' }) total!: number;
  /** Rows looked at so far. */
  @Column({ type: 'int' }) processed!: number;
  /** Rows that were put back on their way. */
  @Column({ type: 'int' }) affected!: number;
  /** Id of the last row looked at. */
  @Column({ type: 'uuid', nullable: true }) position!: string | null;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}

export type BulkKind = 'retry' | 'replay';

export const eventEntities = [Event, Delivery, Attempt, BulkOperation];
