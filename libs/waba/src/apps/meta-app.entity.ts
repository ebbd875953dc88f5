import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Id, TenantId } from '@waypost/contracts';
import { BusinessAccount, type BusinessAccountId } from '../business-accounts/business-account.entity.ts';

export type MetaAppRowId = Id<'meta-app'>;

/** An app in Meta's sense, through which webhooks come; owned by a tenant or by the platform. */
@Entity('meta_app')
export class MetaApp {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: MetaAppRowId;

  /** Meta's id, unique in the whole hub. */
  @Column('text', { name: 'app_id' })
  appId!: string;

  @Column('uuid', { name: 'business_account_id', nullable: true })
  businessAccountId!: BusinessAccountId | null;

  @ManyToOne(() => BusinessAccount)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'business_account_id', referencedColumnName: 'id' },
  ])
  businessAccount?: Relation<BusinessAccount> | null;

  @Column('text')
  name!: string;

  @Column('bytea', { name: 'verify_token_sealed' })
  verifyTokenSealed!: Buffer;

  @Column('bytea', { name: 'verify_token_hash' })
  verifyTokenHash!: Buffer;

  @Column('bytea', { name: 'app_secret_sealed', nullable: true })
  appSecretSealed!: Buffer | null;

  @Column('boolean')
  active!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
