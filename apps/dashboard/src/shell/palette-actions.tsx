import { useNavigate } from '@tanstack/react-router';
import { BookOpen, CircleUser, Keyboard, Languages, LogOut, type LucideIcon, Moon, Sun, Undo2 } from 'lucide-react';
import { locales } from '@waypost/contracts';
import { useTranslations } from 'use-intl';
import { actFor, useActingFor } from '../data/acting-for.ts';
import { signOut } from '../data/session.ts';
import { ownNames } from '../i18n/messages.ts';
import { chooseTheme, useTheme } from '../theme/use-theme.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useLanguage } from './language.tsx';
import { openShortcutSheet } from './overlay-state.ts';
import { matches, PaletteGroup, PaletteItem, type PalettePart } from './palette-item.tsx';

interface Action {
  id: string;
  icon: LucideIcon;
  label: string;
  keys?: string;
  act: () => void;
}

export function PaletteActions({ text, onDone }: PalettePart) {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const theme = useTheme();
  const [locale, changeLanguage] = useLanguage();
  const acting = useActingFor();
  const leave = () => {
    actFor(null);
    globalThis.location.assign('/app/admin');
  };
  const actions: Action[] = [
    ...(acting ? [{ id: 'leave', icon: Undo2, label: t('backToPlatform'), act: leave }] : []),
    theme === 'dark'
      ? { id: 'theme', icon: Sun, label: t('palette.toLight'), act: () => chooseTheme('light') }
      : { id: 'theme', icon: Moon, label: t('palette.toDark'), act: () => chooseTheme('dark') },
    ...locales
      .filter((one) => one !== locale)
      .map((one) => ({ id: `language ${one}`, icon: Languages, label: t('palette.toLanguage', { language: ownNames[one] }), act: () => changeLanguage(one) })),
    { id: 'profile', icon: CircleUser, label: t('profile'), act: () => void navigate({ to: '/profile' }) },
    { id: 'shortcuts', icon: Keyboard, label: t('palette.showShortcuts'), keys: '?', act: openShortcutSheet },
    { id: 'docs', icon: BookOpen, label: t('palette.openDocs'), act: () => void globalThis.open('/api/docs', '_blank', 'noopener') },
    { id: 'sign-out', icon: LogOut, label: t('signOut'), act: () => void signOut() },
  ];
  const shown = actions.filter(({ label }) => matches(label, text));
  if (shown.length === 0) return null;
  return (
    <PaletteGroup heading={t('palette.actions')}>
      {shown.map(({ id, icon, label, keys, act }) => (
        <PaletteItem
          key={id}
          id={`do ${id}`}
          icon={icon}
          label={label}
          aside={keys && <Kbd>{keys}</Kbd>}
          onChoose={() => {
            onDone();
            act();
          }}
        />
      ))}
    </PaletteGroup>
  );
}
