import { useTranslations } from 'use-intl';
import { useMe } from '../../data/session.ts';
import { Page } from '../../shell/page.tsx';
import { AuthenticatorSection } from './authenticator-section.tsx';
import { DataSection } from './data-section.tsx';
import { EmailSection } from './email-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PersonSection } from './person-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** What is a person's own, whichever tenant is open. */
export function ProfilePage() {
  const t = useTranslations('profile');
  const { user } = useMe();
  return (
    <Page title={t('title')}>
      <div className="flex max-w-200 flex-col gap-4">
        <PersonSection user={user} />
        <EmailSection user={user} />
        <PasswordSection user={user} />
        <AuthenticatorSection user={user} />
        <DataSection user={user} />
        {/* Last, since nothing below it moves when it comes. */}
        <SessionsSection />
      </div>
    </Page>
  );
}
