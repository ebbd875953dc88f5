import { type ReactNode, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { languageOptions, useLanguage } from '../../shell/language.tsx';
import { Mark } from '../../shell/mark.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { FanOut } from './fan-out.tsx';
import { ServiceState } from './service-state.tsx';

interface Props {
  /** Of the page and of the window. */
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** What strangers see: a form; beside it, where there is room, what Waypost does. */
export function Doorway({ title, lead, children }: Props) {
  const t = useTranslations('signIn');
  const [locale, changeLanguage] = useLanguage();
  useEffect(() => {
    document.title = `${title} · Waypost`;
  }, [title]);
  return (
    <div className="grid h-full min-[1100px]:grid-cols-[560px_minmax(0,1fr)]">
      <div className="flex min-h-0 flex-col overflow-y-auto px-6 py-6 sm:px-10 sm:py-8">
        <header className="flex items-center gap-2.5 text-16 font-strong tracking-[-0.011em]">
          <Mark className="size-7" />
          {t('product')}
          <span className="ms-auto text-13 font-text">
            <Segmented label={t('language')} value={locale} options={languageOptions} onChange={changeLanguage} />
          </span>
        </header>
        <main className="m-auto flex w-full max-w-90 flex-col gap-4 py-8">
          <div className="mb-2">
            <h1 className="text-28 font-strong tracking-[-0.022em]">{title}</h1>
            {lead && <p className="mt-1 text-14 text-ink-2">{lead}</p>}
          </div>
          {children}
        </main>
        <ServiceState />
      </div>
      <FanOut />
    </div>
  );
}
