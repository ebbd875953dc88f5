import { defaultLocale, directionOf, isLocale, type Locale, locales } from '@waypost/contracts';
import { useSyncExternalStore } from 'react';
import { type Catalogue, type Messages, readCatalogue } from './messages.ts';

const KEY = 'waypost.locale';

const root = document.documentElement;
const listeners = new Set<() => void>();
const loaded = new Map<Locale, Partial<Messages>>(locales.map((locale) => [locale, {}]));
/** Every catalogue that a page has asked for: another language needs these before it can be shown. */
const asked = new Set<Catalogue>();
// What `public/first-paint.js` has chosen.
let current: Locale = isLocale(root.lang) ? root.lang : defaultLocale;
let wanted = current;
let chosenHere = false;

export const currentLocale = (): Locale => current;

/** Whether somebody has chosen the language since this document was opened. */
export const isChosenHere = (): boolean => chosenHere;

export function useCurrentLocale(): Locale {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, currentLocale);
}

async function read(locale: Locale, name: Catalogue): Promise<void> {
  const words = loaded.get(locale);
  if (words && !words[name]) Object.assign(words, { [name]: await readCatalogue(locale, name) });
}

/** Has these words at hand in the language that is shown when they have come. */
export async function loadWords(names: readonly Catalogue[]): Promise<void> {
  for (const name of names) asked.add(name);
  let locale: Locale;
  do {
    locale = current;
    await Promise.all(names.map((name) => read(locale, name)));
  } while (locale !== current);
}

/** Words that were loaded before; nothing else may be asked for. */
export const wordsIn = (locale: Locale): Messages => loaded.get(locale) as Messages;

/** Says everything in another language, without loading the page again. */
export async function showLocale(locale: Locale): Promise<void> {
  wanted = locale;
  await Promise.all([...asked].map((name) => read(locale, name)));
  if (wanted !== locale || current === locale) return;
  current = locale;
  root.lang = locale;
  root.dir = directionOf(locale);
  for (const tell of listeners) tell();
}

/** Keeps the choice in this browser, for the sign-in page too. */
export async function chooseLocale(locale: Locale): Promise<void> {
  await showLocale(locale);
  chosenHere = true;
  localStorage.setItem(KEY, locale);
}
