import { type Locale, locales } from '@waypost/contracts';
import { useTranslations } from 'use-intl';
import { keepLocale } from '../data/person-locale.ts';
import { chooseLocale, useCurrentLocale } from '../i18n/locale.ts';
import { ownNames } from '../i18n/messages.ts';
import { toast } from '../ui/toasts.tsx';

/** Each in its own words, so that everybody finds theirs. */
export const languageOptions = locales.map((value) => ({ value, label: <span lang={value}>{ownNames[value]}</span> }));

/** The language of the page, and how to change it. */
export function useLanguage(): [Locale, (locale: Locale) => void] {
  const t = useTranslations('shell');
  const change = (next: Locale) => {
    chooseLocale(next).then(
      () => keepLocale().catch(() => toast(t('languageNotKept'), { tone: 'bad', detail: t('languageNotKeptHint') })),
      () => toast(t('languageFailed'), { tone: 'bad', detail: t('languageFailedHint') }),
    );
  };
  return [useCurrentLocale(), change];
}
