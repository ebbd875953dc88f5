import { type Locale, locales } from '@waypost/contracts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Words = { [key: string]: string | Words };

const folder = import.meta.dirname;
export const catalogueNames = readdirSync(join(folder, 'en'));

/** The name under which code knows a file: `sign-in.json` is `signIn`. */
const codeName = (file: string) => file.replace('.json', '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function flat(words: Words, before: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}.${key}`, value] as [string, string]] : flat(value, `${before}.${key}`),
  );
}

/** Every message of a language, by its whole key. */
export function messagesOf(locale: Locale): Map<string, string> {
  return new Map(
    catalogueNames.flatMap((file) => flat(JSON.parse(readFileSync(join(folder, locale, file), 'utf8')) as Words, codeName(file))),
  );
}

export const others = locales.filter((locale) => locale !== 'en');
