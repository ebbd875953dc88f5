import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { invalidField, metaIdPattern } from '@waypost/waba';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

/** May be left out, though not be null: `IsOptional` would let null through to columns that have none. */
export const MayBeAbsent = () => ValidateIf((_body, value: unknown) => value !== undefined);

interface About {
  description?: string;
  example?: string;
  optional?: boolean;
}

function described({ optional, ...about }: About, schema: object) {
  if (!optional) return [ApiProperty({ type: String, ...schema, ...about })];
  return [ApiPropertyOptional({ type: String, ...schema, ...about }), MayBeAbsent()];
}

/** An id of Meta's. As a JSON number it would lose its last digits, so it must come as a text. */
export const MetaId = (about: About) =>
  applyDecorators(
    ...described(about, { pattern: metaIdPattern.source }),
    Matches(metaIdPattern, {
      message: 'must be an id of Meta\'s, in quotes: 5 to 20 digits, such as "102290129340398"',
    }),
  );

/** A text of 1 to `maxLength` characters that are not all spaces; spaces around it are cut off. */
export const Line = (maxLength: number, about: About = {}) =>
  applyDecorators(
    ...described(about, { minLength: 1, maxLength }),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    Matches(/\S/, { message: 'must not be empty' }),
    MaxLength(maxLength),
  );

/** A text that is kept as it is, also when it is empty. */
export const FreeText = (maxLength: number, about: About = {}) =>
  applyDecorators(...described(about, { maxLength }), IsString(), MaxLength(maxLength));

/** A secret, of which not a character may get lost. */
export const Secret = (maxLength: number, about: About = {}) =>
  applyDecorators(
    ...described(about, { minLength: 1, maxLength, writeOnly: true }),
    IsString(),
    Matches(/^\S+$/, { message: 'must not be empty and not hold spaces or line breaks' }),
    MaxLength(maxLength),
  );

/** What a body repeats of its address must be the same. Throws `invalid_input`. */
export function expectSame(field: string, given: string | undefined, inAddress: string): void {
  if (given !== undefined && given !== inAddress) {
    throw invalidField(field, `must be ${inAddress}, as in the address, or be left out`);
  }
}
