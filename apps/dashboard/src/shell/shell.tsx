import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { useActingFor } from '../data/acting-for.ts';
import { useMe } from '../data/session.ts';
import { closeOverlay, openPalette, openShortcutSheet, useOverlay } from './overlay-state.ts';
import { usePlaces } from './places.ts';
import { useShortcuts } from './shortcuts.ts';

// Loaded when first used; the palette as soon as there is time, for people type on once they have called it.
const loadPalette = () => import('./palette.tsx').then(({ Palette }) => ({ default: Palette }));
const Palette = lazy(loadPalette);
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx').then(({ ShortcutSheet }) => ({ default: ShortcutSheet })));

const Banners = lazy(() => import('./banners.tsx').then(({ Banners }) => ({ default: Banners })));
const Toasts = lazy(() => import('../ui/toasts.tsx').then(({ Toasts }) => ({ default: Toasts })));

const PALETTE_AFTER_MS = 2_000;

interface Props {
  kind: 'tenant' | 'admin';
  rail: ReactNode;
}

/** The frame of every page behind the sign-in: rail, page, what lies over it, and the live stream. */
export function Shell({ kind, rail }: Props) {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const overlay = useOverlay();
  const acting = useActingFor();
  // A super-admin keeps the colour of the platform while acting for a tenant.
  const colour = acting ? 'admin' : kind;
  useEffect(() => {
    const closing = new AbortController();
    void import('../data/live-stream.ts').then(({ followStream }) => followStream(closing.signal));
    return () => closing.abort();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), PALETTE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    document.documentElement.dataset.shell = colour;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      openPalette();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [colour]);
  const going = usePlaces(kind).map(({ key, to }) => [`g ${key}`, () => void navigate({ to })] as const);
  useShortcuts({ '?': openShortcutSheet, ...Object.fromEntries(going) }, overlay === null);
  return (
    <div className="flex h-full">
      <a href="#content" className="sr-only focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-60 focus:rounded-2 focus:bg-surface-1 focus:px-3 focus:py-2">
        {t('skip')}
      </a>
      {rail}
      <div className="flex min-w-0 flex-1 flex-col bg-surface-1">
        <Notice />
        <Outlet />
      </div>
      <Suspense>
        {overlay === 'palette' && <Palette kind={kind} onClose={closeOverlay} />}
        {overlay === 'shortcuts' && <ShortcutSheet kind={kind} onClose={closeOverlay} />}
      </Suspense>
      <Suspense>
        <Toasts />
      </Suspense>
    </div>
  );
}

/** Room for a banner, which most people never see: its code comes when there is one, and nothing moves when it comes. */
function Notice() {
  const { user, impersonator } = useMe();
  if (!impersonator && user.emailVerified) return null;
  return (
    <Suspense fallback={<div className="min-h-9 shrink-0 border-b border-line" />}>
      <Banners />
    </Suspense>
  );
}
