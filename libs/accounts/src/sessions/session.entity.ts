import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, TenantId, UserId } from '@waypost/contracts';

export type SessionId = Id<'session'>;

/** With what somebody has proven who they are. */
export type SignInMethod = 'password' | 'totp' | 'recovery-code' | 'link' | 'oidc' | 'impersonation';

/** Why a session ended before its time. */
export type EndReason = 'sign-out' | 'ended by the person' | 'account changed' | 'refresh token used twice';

/** A browser or a program in which somebody is signed in. */
@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id!: SessionId;

  @Column('uuid', { name: 'user_id' })
  userId!: UserId;

  /** Where it works now. */
  @Column('uuid', { name: 'current_tenant_id', nullable: true })
  currentTenantId!: TenantId | null;

  /** The one tenant that it may reach; null where it reaches all of the person's. */
  @Column('uuid', { name: 'only_tenant_id', nullable: true })
  onlyTenantId!: TenantId | null;

  /** The super-admin's own session, where they work as somebody else. */
  @Column('uuid', { name: 'former_session_id', nullable: true })
  formerSessionId!: SessionId | null;

  @Column('text', { array: true })
  methods!: readonly SignInMethod[];

  @Column('text')
  address!: string;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  /** What the present refresh token was made with, out of the one before. */
  @Column('bytea', { name: 'refresh_salt', nullable: true })
  refreshSalt!: Buffer | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When it was opened or last renewed. */
  @Column('timestamptz', { name: 'used_at' })
  usedAt!: Date;

  @Column('timestamptz', { name: 'ends_at' })
  endsAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: EndReason | null;
}

/** A refresh token that a session has had, as its hash; the one without `replacedAt` is good. */
@Entity('session_refresh')
export class SessionRefresh {
  @PrimaryColumn('bytea')
  hash!: Buffer;

  @Column('uuid', { name: 'session_id' })
  sessionId!: SessionId;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt!: Date | null;
}
