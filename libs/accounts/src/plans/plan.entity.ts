import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Id, PlanFeature, PlanLimits } from '@waypost/contracts';

export type PlanId = Id<'plan'>;
export type PlanInterval = 'month' | 'year';

/** What tenants can have, and for how much. */
@Entity('plan')
export class Plan {
  @PrimaryColumn('uuid')
  id!: PlanId;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('jsonb')
  limits!: PlanLimits;

  @Column('text', { array: true })
  features!: PlanFeature[];

  /** Micro-units of the currency, per interval. */
  @Column('bigint', { name: 'price_micros', transformer: { from: BigInt, to: String } })
  priceMicros!: bigint;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  @Column('text')
  interval!: PlanInterval;

  /** Shown to every tenant; others are given by super-admins only. */
  @Column('boolean')
  public!: boolean;

  /** From then on nobody gets it any more; who has it keeps it. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('int')
  position!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** A plan as the database's functions answer it: instants and the price as JSON has them. */
export type PlanJson = Omit<Plan, 'priceMicros' | 'archivedAt' | 'createdAt' | 'updatedAt'> & {
  priceMicros: number;
  archivedAt: string | null;
  createdAt: string;
  updatedAt: string;
};

export function planOf({ priceMicros, archivedAt, createdAt, updatedAt, ...rest }: PlanJson): Plan {
  return Object.assign(new Plan(), {
    ...rest,
    priceMicros: BigInt(priceMicros),
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
  });
}
