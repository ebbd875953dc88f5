import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { validation } from './validation.ts';

class Inner {
  @IsString()
  email!: string;
}

class Body {
  @IsString()
  @MaxLength(3)
  name!: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  limit?: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => Inner)
  admin?: Inner;
}

const check = (value: unknown): Promise<unknown> =>
  validation.transform(value, { type: 'body', metatype: Body });
const errorsOf = (value: unknown) =>
  check(value).then(
    () => [],
    (error) =>
      error.details.errors.map(
        ({ field, message }: { field: string; message: string }) => `${field} ${message}`,
      ),
  );

describe('validation', () => {
  it('makes an instance of what is right', async () => {
    const body = await check({ name: 'abc', limit: '5' });
    expect(body).toBeInstanceOf(Body);
    expect(body).toEqual({ name: 'abc', limit: 5 });
  });

  it.each([
    ['nothing', undefined, ['name is required']],
    ['null', null, ['name is required']],
    ['a list', [], ['name is required']],
    ['a field that is missing', {}, ['name is required']],
    ['a field that nobody knows', { name: 'a', nmae: 'b' }, ['nmae is not a known field']],
    ['a wrong type', { name: 'a', limit: 'x' }, ['limit must be an integer number']],
    ['a rule', { name: 'abcd' }, ['name must be shorter than or equal to 3 characters']],
    ['a nested field', { name: 'a', admin: { email: 5 } }, ['admin.email must be a string']],
    ['a nested field that is missing', { name: 'a', admin: {} }, ['admin.email is required']],
  ])('says what is wrong with %s', async (_words, value, errors) => {
    expect(await errorsOf(value)).toEqual(errors);
  });

  it('names the type first when several rules are broken', async () => {
    expect(await errorsOf({ name: 5 })).toEqual([
      'name must be a string',
      'name must be shorter than or equal to 3 characters',
    ]);
  });

  it('answers with a code and a sentence', async () => {
    await expect(check({ name: 'abcd' })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'name must be shorter than or equal to 3 characters.',
    });
  });
});
