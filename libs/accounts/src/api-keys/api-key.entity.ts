import type { Id, Permission, TenantId, UserId } from '@waypost/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ApiKeyId = Id<'api-key'>;

/** A program's way in: it may do in its tenant what its scopes name. Its secrets are known by their hashes alone. */
@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: ApiKeyId;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  scopes!: Permission[];

  @Column('bytea', { name: 'secret_hash' })
  secretHash!: Buffer;

  @Column('text', { name: 'last_four' })
  lastFour!: string;

  @Column('bytea', { name: 'previous_hash', nullable: true })
  previousHash!: Buffer | null;

  @Column('timestamptz', { name: 'previous_until', nullable: true })
  previousUntil!: Date | null;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt!: Date | null;

  /** Null when the person is gone. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: UserId | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
