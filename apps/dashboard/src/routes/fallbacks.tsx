import { Link } from '@tanstack/react-router';
import { Compass, RotateCcw } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { isProblem } from '../data/client.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { Failure, Message } from '../ui/states.tsx';

export function NotFound() {
  const t = useTranslations('shell');
  return (
    <main className="grid h-full place-items-center">
      <Message
        icon={Compass}
        title={<span role="heading" aria-level={1}>{t('notFound')}</span>}
        action={
          <Link to="/" className={buttonClass({ look: 'primary' })}>
            {t('toOverview')}
          </Link>
        }
      >
        {t('notFoundHint')}
      </Message>
    </main>
  );
}

/** When rendering broke, or what a page needs before it opens could not be read. */
export function PageBroke({ error }: { error: unknown }) {
  const t = useTranslations('shell');
  const reload = () => globalThis.location.reload();
  return (
    <main className="grid h-full place-items-center">
      {isProblem(error) ? (
        <Failure problem={error} onRetry={reload} />
      ) : (
        <Message icon={RotateCcw} title={t('broken')} action={<Button look="primary" onClick={reload}>{t('reload')}</Button>}>
          {t('brokenHint')}
        </Message>
      )}
    </main>
  );
}
