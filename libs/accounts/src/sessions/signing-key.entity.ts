import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id } from '@waypost/contracts';

/** The public half of a signing key, as it is published (RFC 7517). */
export interface PublicKey {
  kty: 'RSA';
  n: string;
  e: string;
}

/** Signs access tokens; its id is their `kid`. */
@Entity('signing_key')
export class SigningKey {
  @PrimaryColumn('uuid')
  id!: Id<'signing key'>;

  @Column('jsonb', { name: 'public_key' })
  publicKey!: PublicKey;

  /** Sealed; PKCS #8 in PEM. */
  @Column('bytea', { name: 'private_key' })
  privateKey!: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Null for the one that signs. */
  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;
}
