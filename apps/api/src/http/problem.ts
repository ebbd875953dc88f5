import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type ErrorCode, errorCodes, type FieldError, type LimitUse, planLimits } from '@waypost/contracts';
import type { AppError } from '@waypost/platform';

class ProblemField implements FieldError {
  @ApiProperty({ example: 'admin.email' })
  field!: string;

  @ApiProperty({ example: 'must be an email' })
  message!: string;
}

class ProblemLimit implements LimitUse {
  @ApiProperty({ enum: planLimits })
  name!: LimitUse['name'];

  @ApiProperty({ type: 'integer' })
  used!: number;

  @ApiProperty({ type: 'integer', nullable: true })
  max!: number | null;
}

class ProblemDetails {
  @ApiPropertyOptional({ type: ProblemLimit, description: 'With limit_reached: the limit of the plan' })
  limit?: LimitUse;
}

/** Every error, as `application/problem+json` (RFC 9457). */
export class Problem {
  @ApiProperty({ example: 'urn:waypost:problem:not_found' })
  type!: string;

  @ApiProperty({ example: 'Not found' })
  title!: string;

  @ApiProperty({ example: 404 })
  status!: number;

  @ApiProperty({ enum: Object.keys(errorCodes), example: 'not_found' })
  code!: ErrorCode;

  @ApiProperty({
    description: 'Plain words with the way out',
    example: 'There is no project with this id here.',
  })
  detail!: string;

  @ApiProperty({
    description: 'Also in the header X-Request-Id; what the operator needs to find it in the log',
  })
  requestId!: string;

  @ApiPropertyOptional({ type: [ProblemField], description: 'What single fields did wrong' })
  errors?: FieldError[];

  @ApiPropertyOptional({ type: ProblemDetails, description: 'What a program can go by' })
  details?: ProblemDetails;
}

export function problemOf(error: AppError, requestId: string): Problem {
  const { status, title } = errorCodes[error.code];
  const { detail, errors, limit } = error.details;
  return {
    type: `urn:waypost:problem:${error.code}`,
    title,
    status,
    code: error.code,
    detail,
    requestId,
    errors,
    ...(limit && { details: { limit } }),
  };
}
