import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { IntlProvider } from 'use-intl';
import { loadWords, type PageWords } from '../i18n/messages.ts';

/** A page that is loaded when somebody goes there, together with its words. */
export function pageWithWords(words: PageWords[], load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => {
    const [Page, messages] = await Promise.all([load(), loadWords(words)]);
    const WithWords = () => (
      <IntlProvider locale="en" messages={messages} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}>
        <Page />
      </IntlProvider>
    );
    return { default: WithWords };
  });
}
