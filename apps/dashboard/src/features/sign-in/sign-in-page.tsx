import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Doorway } from './doorway.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const t = useTranslations('signIn');
  const options = $api.useQuery('get', '/api/v1/auth/options', {}, { staleTime: Infinity, retry: false });
  return (
    <Doorway title={t('title')} lead={t('lead')}>
      <SignInForm />
      <nav className="flex min-h-6 flex-wrap items-center justify-between gap-x-4 gap-y-2" aria-label={t('otherWays')}>
        <Link to="/forgot" className="link pointer-coarse:py-3">
          {t('forgot.link')}
        </Link>
        {options.data?.registration === 'open' && (
          <Link to="/register" className="link pointer-coarse:py-3">
            {t('register.link')}
          </Link>
        )}
      </nav>
    </Doorway>
  );
}
