import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, TenantId } from '@waypost/contracts';

export type BusinessAccountId = Id<'business-account'>;

/** A WhatsApp Business account (WABA) of a tenant. */
@Entity('business_account')
export class BusinessAccount {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: BusinessAccountId;

  /** Meta's id, unique in the whole hub. */
  @Column('text', { name: 'business_id' })
  businessId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  timezone!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
