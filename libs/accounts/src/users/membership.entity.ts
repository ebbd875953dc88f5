import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Role, TenantId, UserId } from '@waypost/contracts';

@Entity('membership')
export class Membership {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: Id<'membership'>;

  @Column('uuid', { name: 'user_id' })
  userId!: UserId;

  @Column('text')
  role!: Role;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
