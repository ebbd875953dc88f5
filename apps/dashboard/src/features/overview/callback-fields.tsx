import { useTranslations } from 'use-intl';
import { CopyButton } from '../../ui/copy.tsx';

/** What is pasted at Meta. The verify token is not shown: the hub keeps it only to compare. */
export function CallbackFields({ url }: { url: string | undefined }) {
  const t = useTranslations('overview.firstUse');
  return (
    <dl className="mt-3 grid gap-x-4 gap-y-2 sm:grid-cols-[112px_minmax(0,1fr)] sm:items-center">
      <dt className="text-ink-2">{t('callbackUrl')}</dt>
      <dd className="flex h-8 min-w-0 items-center gap-2 rounded-2 border border-line-2 bg-surface-2 ps-2 pe-1">
        <span className="mono ltr min-w-0 flex-1 truncate">{url ?? ''}</span>
        {url && <CopyButton text={url} label={t('copy')} look="plain" />}
      </dd>
      <dt className="text-ink-2">{t('verifyToken')}</dt>
      <dd className="text-ink-2">{t('verifyTokenHint')}</dd>
    </dl>
  );
}
