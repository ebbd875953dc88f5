import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { loadWords } from '../i18n/locale.ts';
import type { Catalogue } from '../i18n/messages.ts';
import { Words } from '../i18n/words.tsx';

/** A page that is loaded when somebody goes there, together with its words. */
export function pageWithWords(words: Catalogue[], load: () => Promise<ComponentType>) {
  return lazyRouteComponent(async () => {
    const [Page] = await Promise.all([load(), loadWords(words)]);
    const WithWords = () => (
      <Words>
        <Page />
      </Words>
    );
    return { default: WithWords };
  });
}
