import { BadRequest } from './http.ts';

type Fields = Record<string, unknown>;

/** Refuses keys nobody reads, so that a typing mistake is not silently another request. */
export function onlyKeys(fields: Fields, known: readonly string[]): void {
  const unknown = Object.keys(fields).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw new BadRequest(`Unknown key "${unknown.join('", "')}". Known: ${known.join(', ')}.`);
  }
}

export function optionalText(fields: Fields, key: string): string | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  // Meta's ids are digits and easily written as numbers, which loses digits beyond 2^53.
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new BadRequest(`Write "${key}" in quotes.`);
  if (typeof value !== 'string' && typeof value !== 'number') throw new BadRequest(`"${key}" must be text.`);
  return String(value);
}

export function requiredText(fields: Fields, key: string): string {
  const value = optionalText(fields, key);
  if (value === undefined || value === '') throw new BadRequest(`"${key}" is missing.`);
  return value;
}

export function optionalNumber(fields: Fields, key: string, min: number, max: number): number | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number' || !(value >= min && value <= max)) {
    throw new BadRequest(`"${key}" must be a number from ${min} to ${max}.`);
  }
  return value;
}

export function optionalWhole(fields: Fields, key: string, min: number, max: number): number | undefined {
  const value = optionalNumber(fields, key, min, max);
  if (value !== undefined && !Number.isInteger(value)) {
    throw new BadRequest(`"${key}" must be a whole number from ${min} to ${max}.`);
  }
  return value;
}

export function optionalFlag(fields: Fields, key: string): boolean | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'boolean') throw new BadRequest(`"${key}" must be true or false.`);
  return value;
}

export function optionalChoice<T extends string>(
  fields: Fields,
  key: string,
  choices: readonly T[],
): T | undefined {
  const value = fields[key];
  if (value === undefined || value === null) return undefined;
  const choice = choices.find((each) => each === value);
  if (choice === undefined) throw new BadRequest(`"${key}" must be one of: ${choices.join(', ')}.`);
  return choice;
}
