import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Id, TenantId } from '@waypost/contracts';
import { MetaApp, type MetaAppRowId } from '../apps/meta-app.entity.ts';
import { BusinessAccount, type BusinessAccountId } from '../business-accounts/business-account.entity.ts';

export type PhoneNumberRowId = Id<'phone-number'>;

/** A number of a tenant, connected through the tenant's own app or one of the platform's. */
@Entity('phone_number')
export class PhoneNumber {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: PhoneNumberRowId;

  /** Meta's id, unique in the whole hub. */
  @Column('text', { name: 'phone_number_id' })
  phoneNumberId!: string;

  /** Digits with the country code, nothing else. */
  @Column('text', { name: 'phone_number' })
  phoneNumber!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('uuid', { name: 'app_tenant_id' })
  appTenantId!: TenantId;

  @Column('uuid', { name: 'meta_app_id' })
  metaAppId!: MetaAppRowId;

  /** Not loaded for an app of the platform: its row lies beyond the tenant's wall. */
  @ManyToOne(() => MetaApp)
  @JoinColumn([
    { name: 'app_tenant_id', referencedColumnName: 'tenantId' },
    { name: 'meta_app_id', referencedColumnName: 'id' },
  ])
  app?: Relation<MetaApp> | null;

  @Column('uuid', { name: 'business_account_id', nullable: true })
  businessAccountId!: BusinessAccountId | null;

  @ManyToOne(() => BusinessAccount)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'business_account_id', referencedColumnName: 'id' },
  ])
  businessAccount?: Relation<BusinessAccount> | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
