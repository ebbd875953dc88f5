import { lazy } from 'react';
import { useTranslations } from 'use-intl';
import type { Me } from '../data/session.ts';
import { Initials } from './initials.tsx';
import { LazyMenu } from './lazy-menu.tsx';

const loadMenu = () => import('./account-menu.tsx');
const AccountMenu = lazy(loadMenu);

/** Who is signed in. */
export function Account({ me }: { me: Me }) {
  const t = useTranslations('shell');
  const role = me.user.superAdmin ? t('superAdmin') : me.tenant ? t(`roles.${me.tenant.role}`) : '';
  const trigger = (
    <button type="button" aria-haspopup="menu" className="flex min-w-0 flex-1 items-center gap-2 rounded-2 text-start md:justify-center wide:justify-start">
      <Initials name={me.user.name} round />
      <span className="min-w-0 md:sr-only wide:not-sr-only">
        <b dir="auto" className="aligned block truncate leading-4.5 font-mid text-rail-ink-1">{me.user.name}</b>
        <span className="block truncate text-12 text-rail-ink-3">{role}</span>
        <span className="sr-only">{t('account')}</span>
      </span>
    </button>
  );
  return <LazyMenu menu={AccountMenu} load={loadMenu} trigger={trigger} />;
}
