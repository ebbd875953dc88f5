import { useTranslations } from 'use-intl';
import { useEffect } from 'react';
import { Mark } from '../../shell/mark.tsx';
import { FanOut } from './fan-out.tsx';
import { ServiceState } from './service-state.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** The form; beside it, where there is room, what Waypost does. */
export function SignInPage() {
  const t = useTranslations('signIn');
  useEffect(() => {
    document.title = `${t('title')} · Waypost`;
  }, [t]);
  return (
    <div className="grid h-full min-[1100px]:grid-cols-[560px_minmax(0,1fr)]">
      <div className="flex min-h-0 flex-col overflow-y-auto px-6 py-6 sm:px-10 sm:py-8">
        <header className="flex items-center gap-2.5 text-16 font-strong tracking-[-0.011em]">
          <Mark className="size-7" />
          {t('product')}
        </header>
        <main className="m-auto w-full max-w-90 py-8">
          <SignInForm />
        </main>
        <ServiceState />
      </div>
      <FanOut />
    </div>
  );
}
