import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantId } from '@waypost/contracts';

export type TenantStatus = 'active' | 'suspended';

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

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
