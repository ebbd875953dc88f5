import { Menu as MenuIcon } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { LiveMark } from './live-mark.tsx';
import { openRail } from './rail-state.ts';

interface Props {
  title: string;
  /** Before the title: where the page belongs. */
  crumb?: string;
  /** Right after the title: tabs, a tag. */
  beside?: ReactNode;
  /** At the end of the header. */
  actions?: ReactNode;
  /** Lists and logs use the whole width and scroll by themselves. */
  full?: boolean;
  children: ReactNode;
}

/** Header and content of every page; says the title to the tab too. */
export function Page({ title, crumb, beside, actions, full, children }: Props) {
  const t = useTranslations('shell');
  useEffect(() => {
    document.title = `${title} · Waypost`;
  }, [title]);
  return (
    <>
      <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1 md:ps-6">
        <Button look="bare" icon={MenuIcon} iconOnly onClick={openRail} className="md:hidden">
          {t('openMenu')}
        </Button>
        {crumb && (
          <span className="hidden items-center gap-1.5 text-ink-3 lg:flex">
            {crumb} <span aria-hidden>›</span>
          </span>
        )}
        <h1 className="text-14 font-strong whitespace-nowrap">{title}</h1>
        {beside}
        <span className="ms-auto flex flex-wrap items-center gap-x-3 gap-y-1">
          <LiveMark />
          {actions}
        </span>
      </header>
      <main id="content" tabIndex={-1} className={classes('min-h-0 flex-1 outline-none', full ? 'relative flex flex-col overflow-hidden' : 'relative overflow-x-hidden overflow-y-auto')}>
        {full ? children : <div className="w-full max-w-[1440px] px-4 py-5 md:px-6">{children}</div>}
      </main>
    </>
  );
}
