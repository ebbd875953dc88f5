import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale, TenantId, TenantStatus } from '@waypost/contracts';
import type { PlanId } from '../plans/plan.entity.ts';

export type { TenantStatus } from '@waypost/contracts';

@Entity('tenant')
export class Tenant {
  @PrimaryColumn('uuid')
  id!: TenantId;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  /** `platform` is the one row that owns Meta apps which serve many tenants. */
  @Column('text')
  kind!: 'customer' | 'platform';

  @Column('text')
  status!: TenantStatus;

  @Column('uuid', { name: 'plan_id' })
  planId!: PlanId;

  /** In which mails are written to whoever has not chosen; null is the platform's. */
  @Column('text', { nullable: true })
  locale!: Locale | null;

  /** Also while it is being deleted, so that restoring brings it back as it was. */
  @Column('timestamptz', { name: 'suspended_at', nullable: true })
  suspendedAt!: Date | null;

  @Column('text', { name: 'suspended_reason', nullable: true })
  suspendedReason!: string | null;

  @Column('timestamptz', { name: 'deletion_asked_at', nullable: true })
  deletionAskedAt!: Date | null;

  /** When the grace of a deletion is over. */
  @Column('timestamptz', { name: 'erase_after', nullable: true })
  eraseAfter!: Date | null;

  /** From then on there is no way back. */
  @Column('timestamptz', { name: 'erasing_since', nullable: true })
  erasingSince!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
