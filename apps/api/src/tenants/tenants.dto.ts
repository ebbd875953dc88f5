import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type {
  PlanConsequences,
  TenantDetails,
  TenantMember,
  TenantRow,
  TenantStanding,
  User,
} from '@waypost/accounts';
import {
  type LimitUse,
  type Locale,
  locales,
  type PlanFeature,
  planFeatures,
  planLimits,
  type Role,
  roles,
  type TenantStatus,
  tenantStatuses,
} from '@waypost/contracts';
import type { TenantFigures } from '@waypost/hub';
import { LimitUseView, planView, PlanView } from '../plans/plans.dto.ts';

class TenantPlanView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ example: 'starter' }) slug!: string;
  @ApiProperty() name!: string;
}

class TenantUseView {
  @ApiProperty({ type: 'integer' }) people!: number;
  @ApiProperty({ type: 'integer' }) numbers!: number;
  @ApiProperty({ type: 'integer' }) projects!: number;
}

export class TenantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'acme' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: tenantStatuses })
  status!: TenantStatus;

  @ApiProperty({
    enum: locales,
    nullable: true,
    description: 'Language of its mails; null is that of the platform',
  })
  locale!: Locale | null;

  @ApiProperty({ type: TenantPlanView })
  plan!: TenantPlanView;

  @ApiProperty({ type: TenantUseView })
  use!: TenantUseView;

  @ApiProperty({ type: Date, nullable: true })
  suspendedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true })
  suspendedReason!: string | null;

  @ApiProperty({ type: Date, nullable: true, description: 'When its deletion was asked for' })
  deletionAskedAt!: Date | null;

  @ApiProperty({ type: Date, nullable: true, description: 'Until then it can be restored' })
  eraseAfter!: Date | null;

  @ApiProperty({ type: Date, nullable: true, description: 'When erasing began: there is no way back' })
  erasingSince!: Date | null;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}

export class TenantMemberView {
  @ApiProperty({ format: 'uuid' }) userId!: string;
  @ApiProperty() email!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: roles }) role!: Role;
  @ApiProperty({ enum: ['active', 'disabled'] }) status!: TenantMember['status'];
  @ApiProperty() joinedAt!: Date;
}

export class TenantDetailsView extends TenantView {
  @ApiProperty({ type: PlanView, description: 'The plan with its limits and price' })
  fullPlan!: PlanView;

  @ApiProperty({ type: [LimitUseView], description: 'What it has of what is counted' })
  usage!: LimitUse[];

  @ApiProperty({ type: [TenantMemberView], description: 'Longest there first' })
  administrators!: TenantMemberView[];

  @ApiProperty({ type: 'integer', description: 'For how many days it could be restored if it were deleted now' })
  deleteGraceDays!: number;
}

export class TenantStandingView implements TenantStanding {
  @ApiProperty({ enum: tenantStatuses })
  status!: TenantStatus;

  @ApiProperty({ type: Date, nullable: true, description: 'When that began; null for an active tenant' })
  since!: Date | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'What the operator gave as the reason of a suspension',
  })
  reason!: string | null;

  @ApiProperty({ type: Date, nullable: true, description: 'Until then the operator can restore it' })
  eraseAfter!: Date | null;
}

export class LimitConsequenceView {
  @ApiProperty({ enum: planLimits }) name!: LimitUse['name'];
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Null for what is not counted, such as a rate',
  })
  used!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) maxNow!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) maxThen!: number | null;
  @ApiProperty({
    description: 'More is in use than there will be room for: it is kept, and no more can be added',
  })
  over!: boolean;
  @ApiProperty({ description: 'The same in plain words' }) words!: string;
}

export class PlanChangeView {
  @ApiProperty({ type: PlanView }) planNow!: PlanView;
  @ApiProperty({ type: PlanView }) planThen!: PlanView;
  @ApiProperty({ type: [LimitConsequenceView] }) limits!: LimitConsequenceView[];
  @ApiProperty({ enum: planFeatures, isArray: true }) featuresLost!: PlanFeature[];
  @ApiProperty({ enum: planFeatures, isArray: true }) featuresGained!: PlanFeature[];
}

export class TombstoneView {
  @ApiProperty({ format: 'uuid', description: 'Id that the tenant had' }) id!: string;
  @ApiProperty({ description: 'When the deletion was asked for' }) askedAt!: Date;
  @ApiProperty() startedAt!: Date;
  @ApiProperty({ type: Date, nullable: true, description: 'Null while it is being erased' })
  deletedAt!: Date | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rows that were erased, by table',
  })
  counts!: Record<string, number>;
}

export class TenantFiguresView implements TenantFigures {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ type: 'integer' })
  numbers!: number;

  @ApiProperty({ type: 'integer' })
  projects!: number;

  @ApiProperty({ type: 'integer', description: 'Events that came within a day, tests apart' })
  received24h!: number;

  @ApiProperty({ type: 'integer', description: 'Deliveries that are not out yet, whenever they came' })
  waiting!: number;

  @ApiProperty({ type: 'integer', description: 'Deliveries of the last day that were given up' })
  failed!: number;
}

export class TenantsFiguresView {
  @ApiProperty({ type: [TenantFiguresView], description: 'Newest tenant first' })
  data!: TenantFiguresView[];
}

class FirstAdminView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty()
  name!: string;
}

export class CreatedTenantView extends TenantView {
  @ApiPropertyOptional({ type: FirstAdminView })
  admin?: FirstAdminView;
}

class HeldView {
  @ApiProperty({ type: 'integer', description: 'Deliveries that are on their way now' })
  released!: number;

  @ApiProperty({ type: 'integer', description: 'Deliveries that were too old; they can be retried' })
  cancelled!: number;
}

export class ResumedTenantView extends TenantView {
  @ApiProperty({ type: HeldView })
  held!: HeldView;
}

export function viewOf(tenant: TenantRow): TenantView {
  const { id, slug, name, status, locale, plan, use, createdAt, updatedAt } = tenant;
  const { suspendedAt, suspendedReason, deletionAskedAt, eraseAfter, erasingSince } = tenant;
  const standing = { suspendedAt, suspendedReason, deletionAskedAt, eraseAfter, erasingSince };
  return { id, slug, name, status, locale, plan, use, ...standing, createdAt, updatedAt };
}

export function memberView({ userId, email, name, role, status, joinedAt }: TenantMember): TenantMemberView {
  return { userId, email, name, role, status, joinedAt };
}

export function detailsView(tenant: TenantDetails): TenantDetailsView {
  const { fullPlan, usage, administrators, deleteGraceDays } = tenant;
  return {
    ...viewOf(tenant),
    fullPlan: planView(fullPlan),
    usage,
    administrators: administrators.map(memberView),
    deleteGraceDays,
  };
}

export function planChangeView({ planNow, planThen, ...rest }: PlanConsequences): PlanChangeView {
  return { planNow: planView(planNow), planThen: planView(planThen), ...rest };
}

export function createdView(tenant: TenantRow, admin: User | undefined): CreatedTenantView {
  return {
    ...viewOf(tenant),
    ...(admin && { admin: { id: admin.id, email: admin.email, name: admin.name } }),
  };
}
