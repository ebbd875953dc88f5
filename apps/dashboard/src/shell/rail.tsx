import { Link } from '@tanstack/react-router';
import { type LucideIcon, Search, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/kbd.tsx';
import { closeRail, useRailOpen } from './rail-state.ts';

export interface RailLink {
  to: string;
  icon: LucideIcon;
  label: string;
  /** Only this path, not those below it. */
  exact?: boolean;
  count?: number;
  /** What the count counts, for the ear. */
  counted?: string;
}

export interface RailGroup {
  label?: string;
  links: RailLink[];
}

interface Props {
  head: ReactNode;
  groups: RailGroup[];
  foot: ReactNode;
  onSearch: () => void;
}

/** 232 px, 56 below 1,200 px, over the page on phones. */
export function Rail({ head, groups, foot, onSearch }: Props) {
  const t = useTranslations('shell');
  const open = useRailOpen();
  return (
    <>
      {open && <div aria-hidden className="fixed inset-0 z-30 animate-appear bg-scrim md:hidden" onClick={closeRail} />}
      <nav
        aria-label={t('navigation')}
        className={classes(
          'group/rail w-58 shrink-0 flex-col border-e border-rail-line bg-rail text-rail-ink md:flex md:w-14 wide:w-58',
          open ? 'fixed inset-y-0 start-0 z-40 flex' : 'hidden',
        )}
      >
        <div className="flex h-12 shrink-0 items-center gap-2 px-3 font-strong text-rail-ink-1 md:justify-center wide:justify-start">
          {head}
          <Button look="bare" icon={X} iconOnly onClick={closeRail} className="ms-auto md:hidden in-data-[shell=admin]:text-rail-ink in-data-[shell=admin]:hover:bg-rail-hover">
            {t('closeMenu')}
          </Button>
        </div>
        <button
          type="button"
          onClick={onSearch}
          className="mx-2 mb-2 flex h-7 shrink-0 items-center gap-2 rounded-2 border border-line bg-surface-1 px-2 text-ink-3 md:justify-center wide:justify-start pointer-coarse:h-11 in-data-[shell=admin]:border-rail-active in-data-[shell=admin]:bg-rail-hover in-data-[shell=admin]:text-rail-ink in-data-[shell=admin]:[&_kbd]:border-rail-active in-data-[shell=admin]:[&_kbd]:bg-rail in-data-[shell=admin]:[&_kbd]:text-rail-ink-3"
        >
          <Search aria-hidden className="size-4" strokeWidth={1.5} />
          <span className="md:sr-only wide:not-sr-only">{t('search')}</span>
          <span className="ms-auto md:hidden wide:inline">
            <Kbd>⌘K</Kbd>
          </span>
        </button>
        <div className="min-h-0 flex-1 overflow-y-auto px-2">
          {groups.map((group, index) => (
            <div key={group.label ?? index} className="mb-2">
              {group.label && <h2 className="text-12 font-mid text-rail-ink-3 max-md:px-2 max-md:pt-3 max-md:pb-1 md:max-wide:sr-only wide:px-2 wide:pt-3 wide:pb-1">{group.label}</h2>}
              {group.links.map(({ to, icon: Icon, label, exact, count, counted }) => (
                <Link
                  key={to}
                  to={to}
                  onClick={closeRail}
                  activeOptions={{ exact: exact ?? false, includeSearch: false }}
                  title={label}
                  className="relative flex h-7 items-center gap-2 rounded-2 px-2 font-mid hover:bg-rail-hover md:h-9 md:justify-center wide:h-7 wide:justify-start pointer-coarse:h-11 [&[aria-current]]:bg-rail-active [&[aria-current]]:text-rail-ink-1 [&[aria-current]>svg]:text-rail-accent"
                >
                  <Icon aria-hidden className="size-4 shrink-0 text-rail-ink-3" strokeWidth={1.5} />
                  <span className="md:sr-only wide:not-sr-only">{label}</span>
                  {count ? (
                    <span className="num ms-auto text-12 font-strong text-rail-bad md:absolute md:end-0.5 md:top-0.5 wide:static"><span aria-hidden>{count > 999 ? '999+' : count}</span>
                      <span className="sr-only">{counted}</span>
                    </span>
                  ) : null}
                </Link>
              ))}
            </div>
          ))}
        </div>
        <div className="flex min-h-13 shrink-0 items-center gap-2 border-t border-rail-line px-3 md:justify-center wide:justify-start">{foot}</div>
      </nav>
    </>
  );
}
