import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale, TenantId, UserId } from '@waypost/contracts';

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

  /** Null for who has not chosen one yet, or signs in by another provider only. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('boolean', { name: 'super_admin' })
  superAdmin!: boolean;

  @Column('text')
  status!: 'active' | 'disabled';

  @Column('uuid', { name: 'last_tenant_id', nullable: true })
  lastTenantId!: TenantId | null;

  /** When the person has shown that mails to the address reach them, or an operator has vouched for it. */
  @Column('timestamptz', { name: 'email_verified_at', nullable: true })
  emailVerifiedAt!: Date | null;

  @Column('text')
  locale!: Locale;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
