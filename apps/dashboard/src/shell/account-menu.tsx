import { useNavigate } from '@tanstack/react-router';
import { BookOpen, CircleUser, Keyboard, LogOut, Moon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { signOut } from '../data/session.ts';
import { chooseTheme, useTheme } from '../theme/use-theme.ts';
import { Menu, MenuChoices, MenuDivider, MenuItem } from '../ui/menu.tsx';
import { languageOptions, useLanguage } from './language.tsx';
import { openShortcutSheet } from './overlay-state.ts';
import { closeRail } from './rail-state.ts';

/** What is a person's own to choose. */
export default function AccountMenu({ trigger, startsOpen }: { trigger: ReactNode; startsOpen: boolean }) {
  const t = useTranslations('shell');
  const navigate = useNavigate();
  const theme = useTheme();
  const [locale, changeLanguage] = useLanguage();
  return (
    <Menu align="start" trigger={trigger} startsOpen={startsOpen}>
      <MenuItem icon={CircleUser} onSelect={() => (closeRail(), void navigate({ to: '/profile' }))}>
        {t('profile')}
      </MenuItem>
      <MenuDivider />
      <MenuItem icon={theme === 'dark' ? Sun : Moon} onSelect={() => chooseTheme(theme === 'dark' ? 'light' : 'dark')}>
        {theme === 'dark' ? t('light') : t('dark')}
      </MenuItem>
      <MenuItem icon={Keyboard} onSelect={openShortcutSheet} hint="?">
        {t('shortcuts')}
      </MenuItem>
      <MenuItem icon={BookOpen} onSelect={() => globalThis.open('/api/docs', '_blank', 'noopener')}>
        {t('apiDocs')}
      </MenuItem>
      <MenuDivider />
      <MenuChoices label={t('language')} value={locale} options={languageOptions} onChange={changeLanguage} />
      <MenuDivider />
      <MenuItem icon={LogOut} onSelect={() => void signOut()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
