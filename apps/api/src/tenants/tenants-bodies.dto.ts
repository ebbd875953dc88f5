import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { passwordLength, slugPattern } from '@waypost/accounts';
import { type Locale, locales, type TenantStatus, tenantStatuses } from '@waypost/contracts';
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsIn,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { PageQuery } from '../http/paging.ts';
import { Line, MayBeAbsent } from '../waba/field-rules.ts';

const slugRule = 'must be 1 to 40 of a-z, 0-9 and -, with no - at either end';

/** A plan by its id or its slug. */
function PlanReference(description: string): PropertyDecorator {
  return (target, key) => {
    ApiPropertyOptional({ description: `Id or slug. ${description}`, example: 'pro', maxLength: 40 })(
      target,
      key,
    );
    MayBeAbsent()(target, key);
    Matches(/^[A-Za-z0-9-]{1,40}$/, { message: 'must be the id or the slug of a plan' })(target, key);
  };
}

export class FirstAdminBody {
  @ApiProperty({ example: 'ada@example.com' })
  @IsEmail({ require_tld: false })
  @MaxLength(254)
  email!: string;

  @ApiProperty({ minLength: 1, maxLength: 200 })
  @IsString()
  @Length(1, 200)
  name!: string;

  @ApiPropertyOptional({
    minLength: passwordLength.min,
    maxLength: passwordLength.max,
    description: 'Better left out: then the person chooses one by a link in a welcome mail',
  })
  @MayBeAbsent()
  @IsString()
  @Length(passwordLength.min, passwordLength.max)
  password?: string;
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

  @PlanReference('The plan of new tenants when absent')
  planId?: string;

  @ApiPropertyOptional({
    enum: locales,
    description: 'Language of its mails, and of its first administrator',
  })
  @MayBeAbsent()
  @IsIn(locales)
  locale?: Locale;

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

export class SuspendTenantBody {
  @Line(500, {
    optional: true,
    description: 'Shown to the people of the tenant and written to its administrators',
  })
  reason?: string;
}

export class ChangePlanBody {
  @ApiProperty({ description: 'Id or slug', example: 'pro', maxLength: 40 })
  @Matches(/^[A-Za-z0-9-]{1,40}$/, { message: 'must be the id or the slug of a plan' })
  planId!: string;
}

export class ImpersonateBody {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'A member; the administrator who is longest there when absent',
  })
  @MayBeAbsent()
  @IsUUID()
  userId?: string;

  @Line(500, { description: "Why; kept in the tenant's audit and in the platform's" })
  reason!: string;
}

export class TenantsQuery extends PageQuery {
  @ApiPropertyOptional({ description: "Part of a name, of a slug or of a member's e-mail, or the id" })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  search?: string;

  @ApiPropertyOptional({ enum: tenantStatuses })
  @IsOptional()
  @IsIn(tenantStatuses)
  status?: TenantStatus;

  @ApiPropertyOptional({ description: 'Id or slug of a plan' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  plan?: string;
}

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

export class PlanChangeQuery extends ChangePlanBody {}
