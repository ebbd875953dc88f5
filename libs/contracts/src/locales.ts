/** The languages of the product: its pages, its mails. The first is what everybody falls back on. */
export const locales = ['en', 'es', 'ar'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = locales[0];

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Which way a language is written. */
export const directionOf = (locale: Locale): 'ltr' | 'rtl' => (locale === 'ar' ? 'rtl' : 'ltr');
