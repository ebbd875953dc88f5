import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, Role, TenantId, UserId } from '@waypost/contracts';

/** Nobody becomes an administrator by merely signing in. */
export const rolesOfNewcomers = ['AGENT', 'BILLING_ADMIN', 'DEVELOPER'] as const satisfies readonly Role[];
export type RoleOfNewcomers = (typeof rolesOfNewcomers)[number];

/** Where the people of a tenant sign in. */
@Entity('oidc_provider')
export class OidcProvider {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: Id<'oidc provider'>;

  @Column('text')
  issuer!: string;

  @Column('text', { name: 'client_id' })
  clientId!: string;

  /** Sealed. */
  @Column('bytea', { name: 'client_secret' })
  clientSecret!: Buffer;

  /** In lower case; addresses of other domains are not let in. */
  @Column('text', { name: 'email_domains', array: true })
  emailDomains!: string[];

  @Column('text', { name: 'default_role' })
  defaultRole!: RoleOfNewcomers;

  /** Whether who has neither an account nor an invitation gets an account. */
  @Column('boolean', { name: 'create_people' })
  createPeople!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** Who somebody at a provider is here. */
@Entity('oidc_identity')
export class OidcIdentity {
  @PrimaryColumn('uuid', { name: 'tenant_id' })
  tenantId!: TenantId;

  @PrimaryColumn('uuid')
  id!: Id<'oidc identity'>;

  @Column('uuid', { name: 'user_id' })
  userId!: UserId;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
