import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { passwordLength, slugPattern, type Tenant, type TenantStatus, type User } from '@waypost/accounts';
import type { TenantFigures } from '@waypost/hub';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

const slugRule = 'must be 1 to 40 of a-z, 0-9 and -, with no - at either end';

export class FirstAdminBody {
  @ApiProperty({ example: 'ada@example.com' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiProperty({ minLength: passwordLength.min, maxLength: passwordLength.max })
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password!: string;
}

export class CreateTenantBody {
  @ApiProperty({ minLength: 1, maxLength: 200, example: 'Acme' })
  @IsString()
  @Matches(/\S/, { message: 'must not be empty' })
  @MaxLength(200)
  name!: string;

  @ApiPropertyOptional({ description: 'Made from the name when absent', example: 'acme' })
  @MayBeAbsent()
  @Matches(slugPattern, { message: slugRule })
  slug?: string;

  @ApiPropertyOptional({
    type: FirstAdminBody,
    description:
      'The first TENANT_ADMIN. A person who exists already joins with the name and password they have.',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdminBody)
  admin?: FirstAdminBody;
}

export class UpdateTenantBody extends PartialType(PickType(CreateTenantBody, ['name', 'slug']), {
  skipNullProperties: false,
}) {}

export class ResumeTenantBody {
  @ApiPropertyOptional({
    description:
      'Held deliveries younger than this are sent on, older ones cancelled; without it all are sent on',
    minimum: 0,
  })
  @MayBeAbsent()
  @IsNumber()
  @Min(0)
  @Max(24 * 365)
  releaseYoungerThanHours?: number;
}

export class TenantView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'acme' })
  slug!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: ['active', 'suspended'] })
  status!: TenantStatus;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
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

export function viewOf({ id, slug, name, status, createdAt, updatedAt }: Tenant): TenantView {
  return { id, slug, name, status, createdAt, updatedAt };
}

export function createdView(tenant: Tenant, admin: User | undefined): CreatedTenantView {
  return {
    ...viewOf(tenant),
    ...(admin && { admin: { id: admin.id, email: admin.email, name: admin.name } }),
  };
}
