import { Link } from '@tanstack/react-router';
import { BookOpen, Keyboard, Package, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { openPalette, openShortcutSheet } from '../../shell/overlay-state.ts';
import { Kbd } from '../../ui/kbd.tsx';

const row = 'flex min-h-9 w-full items-center gap-2.5 text-start text-ink-2 hover:text-ink pointer-coarse:min-h-11 [&>svg]:text-ink-3';

/** What can be done while Meta takes its time. */
export function MeanwhileLinks() {
  const t = useTranslations('overview.meanwhile');
  const entries: { id: string; entry: ReactNode }[] = [
    {
      id: 'projects',
      entry: (
        <Link to="/projects" className={row}>
          <Package aria-hidden className="size-4" strokeWidth={1.5} />
          {t('projects')}
        </Link>
      ),
    },
    {
      id: 'docs',
      entry: (
        <a href="/api/docs" target="_blank" rel="noopener" className={row}>
          <BookOpen aria-hidden className="size-4" strokeWidth={1.5} />
          {t('docs')}
        </a>
      ),
    },
    {
      id: 'shortcuts',
      entry: (
        <button type="button" onClick={openShortcutSheet} className={row}>
          <Keyboard aria-hidden className="size-4" strokeWidth={1.5} />
          <span className="flex-1">{t('shortcuts')}</span>
          <Kbd>?</Kbd>
        </button>
      ),
    },
    {
      id: 'search',
      entry: (
        <button type="button" onClick={openPalette} className={row}>
          <Search aria-hidden className="size-4" strokeWidth={1.5} />
          <span className="flex-1">{t('search')}</span>
          <Kbd>⌘K</Kbd>
        </button>
      ),
    },
  ];
  return (
    <section>
      <h2 className="mb-1 font-strong">{t('title')}</h2>
      <ul>
        {entries.map(({ id, entry }) => (
          <li key={id} className="border-b border-line last:border-0">
            {entry}
          </li>
        ))}
      </ul>
    </section>
  );
}
