import { Link } from '@tanstack/react-router';
import { CircleCheck, Smartphone } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';

/** A whole round without a Meta account. */
export function SandboxCard({ projects }: { projects: number }) {
  const t = useTranslations('overview.sandbox');
  return (
    <section className="rounded-3 border border-line p-4">
      <h2 className="font-strong">{t('title')}</h2>
      <p className="mt-1 text-ink-2">{t('text')}</p>
      <div aria-hidden className="my-3 flex flex-col gap-2 rounded-3 border border-line bg-thread p-3">
        <span className="self-end rounded-4 rounded-ee-1 border border-bubble-out-line bg-bubble-out px-3 py-1.5">{t('question')}</span>
        <span className="self-start rounded-4 rounded-es-1 border border-bubble-in-line bg-bubble-in px-3 py-1.5">{t('answer')}</span>
        <span className="flex items-center gap-2 text-12 text-ink-2">
          <CircleCheck className="size-3.5 text-ok" strokeWidth={1.5} />
          {t('called', { count: projects })}
        </span>
      </div>
      <Link to="/sandbox" className={classes(buttonClass({ look: 'primary', size: 'md' }), 'w-full')}>
        <Smartphone aria-hidden className="size-4" strokeWidth={1.5} />
        {t('open')}
      </Link>
    </section>
  );
}
