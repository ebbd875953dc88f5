import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantId, UserId } from '@waypost/contracts';

/** A person: one row, whatever the number of tenants. */
@Entity('app_user')
export class User {
  @PrimaryColumn('uuid')
  id!: UserId;

  /** In lower case. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean', { name: 'super_admin' })
  superAdmin!: boolean;

  @Column('text')
  status!: 'active' | 'disabled';

  @Column('uuid', { name: 'last_tenant_id', nullable: true })
  lastTenantId!: TenantId | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
