import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { type NewPlan, type Plan, type PlanChange, type PlanInterval, slugPattern } from '@waypost/accounts';
import {
  type LimitUse,
  type PlanFeature,
  planFeatures,
  planLimits,
  type PlanLimits,
} from '@waypost/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { FreeText, Line, MayBeAbsent } from '../waba/field-rules.ts';

const MOST = 1_000_000_000;

/** A number, or null for no limit. */
const Limit = (description: string, min = 0): PropertyDecorator => {
  const rules = [
    ApiPropertyOptional({ type: 'integer', nullable: true, minimum: min, maximum: MOST, description }),
    ValidateIf((_body, value: unknown) => value !== undefined && value !== null),
    IsInt(),
    Min(min),
    Max(MOST),
  ];
  return (target, key) => rules.forEach((rule) => rule(target, key));
};

export class PlanLimitsBody implements Partial<PlanLimits> {
  @Limit('Messages that the tenant may send within a minute')
  messagesPerMinute?: number | null;

  @Limit('Messages that the tenant may send within a calendar month')
  messagesPerMonth?: number | null;

  @Limit('Calls of the API within a minute', 1)
  apiCallsPerMinute?: number | null;

  @Limit('Phone numbers')
  numbers?: number | null;

  @Limit('Projects')
  projects?: number | null;

  @Limit('Members and open invitations', 1)
  users?: number | null;

  @Limit('Contacts')
  contacts?: number | null;

  @Limit('API keys')
  apiKeys?: number | null;

  @Limit('Days for which events and deliveries are kept; never longer than the installation keeps them', 2)
  retentionDays?: number | null;
}

export class CreatePlanBody {
  @Line(100, { example: 'Team' })
  name!: string;

  @ApiPropertyOptional({ description: 'Made from the name when absent; it never changes', example: 'team' })
  @MayBeAbsent()
  @Matches(slugPattern, { message: 'must be 1 to 40 of a-z, 0-9 and -, with no - at either end' })
  slug?: string;

  @FreeText(500, { optional: true })
  description?: string;

  @ApiPropertyOptional({ type: PlanLimitsBody, description: 'What is absent or null is without limit' })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => PlanLimitsBody)
  limits?: PlanLimitsBody;

  @ApiPropertyOptional({ enum: planFeatures, isArray: true })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(planFeatures.length)
  @IsIn(planFeatures, { each: true })
  features?: PlanFeature[];

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Micro-units of the currency: 29000000 is 29',
    example: 29_000_000,
  })
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  priceMicros!: number;

  @ApiProperty({ pattern: '^[A-Z]{3}$', example: 'USD' })
  @Matches(/^[A-Z]{3}$/, { message: 'must be a currency of ISO 4217, such as USD' })
  currency!: string;

  @ApiProperty({ enum: ['month', 'year'] })
  @IsIn(['month', 'year'])
  interval!: PlanInterval;

  @ApiPropertyOptional({
    description: 'Shown to every tenant; others are given by super-admins only',
    default: true,
  })
  @MayBeAbsent()
  @IsBoolean()
  public?: boolean;

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 10_000, default: 0 })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(10_000)
  position?: number;
}

export class UpdatePlanBody extends PartialType(OmitType(CreatePlanBody, ['slug']), {
  skipNullProperties: false,
}) {
  @ApiPropertyOptional({ description: 'True: nobody gets it any more, and who has it keeps it' })
  @MayBeAbsent()
  @IsBoolean()
  archived?: boolean;
}

class PlanLimitsView implements PlanLimits {
  @ApiProperty({ type: 'integer', nullable: true }) messagesPerMinute!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) messagesPerMonth!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) apiCallsPerMinute!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) numbers!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) projects!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) users!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) contacts!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) apiKeys!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) retentionDays!: number | null;
}

export class PlanView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'starter' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  description!: string;

  @ApiProperty({ type: PlanLimitsView, description: 'Null is without limit' })
  limits!: PlanLimits;

  @ApiProperty({ enum: planFeatures, isArray: true })
  features!: PlanFeature[];

  @ApiProperty({ type: 'integer', description: 'Micro-units of the currency, per interval' })
  priceMicros!: number;

  @ApiProperty({ example: 'USD' })
  currency!: string;

  @ApiProperty({ enum: ['month', 'year'] })
  interval!: PlanInterval;

  @ApiProperty()
  public!: boolean;

  @ApiProperty({ type: Date, nullable: true })
  archivedAt!: Date | null;

  @ApiProperty({ type: 'integer' })
  position!: number;

  @ApiPropertyOptional({ type: 'integer', description: 'How many tenants have it; for super-admins' })
  tenants?: number;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}

export class PlansView {
  @ApiProperty({ type: [PlanView], description: "In the operator's order" })
  data!: PlanView[];
}

export class LimitUseView implements LimitUse {
  @ApiProperty({ enum: planLimits })
  name!: LimitUse['name'];

  @ApiProperty({ type: 'integer' })
  used!: number;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null is without limit' })
  max!: number | null;
}

export class CurrentPlanView {
  @ApiProperty({ type: PlanView })
  plan!: PlanView;

  @ApiProperty({ type: [LimitUseView], description: 'What the tenant has of what is counted' })
  usage!: LimitUse[];
}

export function planView(plan: Plan & { tenants?: number }): PlanView {
  const {
    id,
    slug,
    name,
    description,
    limits,
    features,
    currency,
    interval,
    archivedAt,
    position,
    createdAt,
    updatedAt,
  } = plan;
  return {
    id,
    slug,
    name,
    description,
    limits: Object.fromEntries(planLimits.map((limit) => [limit, limits[limit] ?? null])) as PlanLimits,
    features,
    priceMicros: Number(plan.priceMicros),
    currency,
    interval,
    public: plan.public,
    archivedAt,
    position,
    ...(plan.tenants !== undefined && { tenants: plan.tenants }),
    createdAt,
    updatedAt,
  };
}

export function newPlanOf({ priceMicros, ...body }: CreatePlanBody): NewPlan {
  return { ...body, priceMicros: BigInt(priceMicros) };
}

export function planChangeOf({ priceMicros, ...body }: UpdatePlanBody): PlanChange {
  return { ...body, ...(priceMicros !== undefined && { priceMicros: BigInt(priceMicros) }) };
}
