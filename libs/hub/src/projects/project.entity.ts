import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectId, TenantId } from '@waypost/contracts';

export const splits = ['batch', 'event'] as const;
/** `event`: one item per request, for receivers that read only the first. */
export type Split = (typeof splits)[number];

export type DisabledReason = 'manual' | 'gone' | 'failing';

/** A backend of a tenant that receives the webhooks of the numbers mapped to it. */
@Entity('project')
export class Project {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: ProjectId;

  /** Unique among the tenant's projects that are not deleted. */
  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('text')
  endpoint!: string;

  /** JSON of names and values. */
  @Column('bytea', { name: 'headers_sealed', nullable: true })
  headersSealed!: Buffer | null;

  @Column('text', { name: 'header_names', array: true })
  headerNames!: string[];

  @Column('text')
  split!: Split;

  /** A deleted project stays as long as its deliveries are kept. */
  @Column('text')
  status!: 'enabled' | 'disabled' | 'deleted';

  @Column('text', { name: 'disabled_reason', nullable: true })
  disabledReason!: DisabledReason | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('bytea', { name: 'secret_sealed' })
  secretSealed!: Buffer;

  @Column('bytea', { name: 'previous_secret_sealed', nullable: true })
  previousSecretSealed!: Buffer | null;

  @Column('timestamptz', { name: 'previous_secret_expires_at', nullable: true })
  previousSecretExpiresAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
