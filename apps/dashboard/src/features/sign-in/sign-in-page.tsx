import { Link, useSearch } from '@tanstack/react-router';
import { oidcProblems } from '@waypost/contracts';
import { Building2, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { $api } from '../../data/client.ts';
import { Button } from '../../ui/button.tsx';
import { Doorway } from './doorway.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const t = useTranslations('signIn');
  const { tenant, sso } = useSearch({ from: '/sign-in' });
  const refused = oidcProblems.find((problem) => problem === sso);
  const [elsewhere, setElsewhere] = useState(tenant !== undefined || refused !== undefined);
  const options = $api.useQuery('get', '/api/v1/auth/options', {}, { staleTime: Infinity, retry: false });
  return (
    <Doorway title={t('title')} lead={t(elsewhere ? 'sso.lead' : 'lead')}>
      {elsewhere ? <OrganisationForm tenant={tenant} refused={refused} /> : <SignInForm />}
      <Button size="lg" icon={elsewhere ? KeyRound : Building2} onClick={() => setElsewhere(!elsewhere)}>
        {t(elsewhere ? 'sso.back' : 'sso.open')}
      </Button>
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
