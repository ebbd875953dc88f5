import { directionOf } from '@waypost/contracts';
import { Direction } from 'radix-ui';
import { type ReactNode, useMemo } from 'react';
import { IntlProvider } from 'use-intl';
import { useCurrentLocale, wordsIn } from './locale.ts';
import { tags } from './messages.ts';

const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Gives what is below it the words that have been loaded, in the language of the page. */
export function Words({ children }: { children: ReactNode }) {
  const locale = useCurrentLocale();
  // A copy, because more words may come for other pages: these are what was there when this was first shown.
  const messages = useMemo(() => ({ ...wordsIn(locale) }), [locale]);
  return (
    <IntlProvider locale={tags[locale]} messages={messages} timeZone={timeZone}>
      <Direction.Provider dir={directionOf(locale)}>{children}</Direction.Provider>
    </IntlProvider>
  );
}
