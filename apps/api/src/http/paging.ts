import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import { AppError, type PagePart, type PageRequest } from '@waypost/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Query of every list. */
export class PageQuery {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export interface Page<T> {
  data: T[];
  /** Null on the last page. */
  nextCursor: string | null;
}

/** What a service needs to know of a list's query. */
export function pageRequest({ limit, cursor }: PageQuery): PageRequest {
  if (cursor === undefined) return { limit };
  const after = Buffer.from(cursor, 'base64url').toString('utf8');
  if (/^[\w.:+-]+$/.test(after)) return { limit, after };
  const message = 'is not a cursor of this list; take nextCursor of the page before';
  throw new AppError('invalid_input', {
    detail: `cursor ${message}.`,
    errors: [{ field: 'cursor', message }],
  });
}

/** A page out of what a service answered. */
export function pageOf<Row, View>({ data, next }: PagePart<Row>, view: (row: Row) => View): Page<View> {
  return { data: data.map(view), nextCursor: next && Buffer.from(next).toString('base64url') };
}

/** Describes an answer that is a page of `item`. */
export const ApiPage = (item: Class<unknown>) =>
  applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'nextCursor'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(item) } },
          nextCursor: { type: 'string', nullable: true },
        },
      },
    }),
  );
