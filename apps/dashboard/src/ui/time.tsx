import { useFormatter, useNow } from 'use-intl';
import { useTranslations } from 'use-intl';

/** "4 minutes ago", with the exact instant on hover. */
export function Ago({ at }: { at: string | null | undefined }) {
  const format = useFormatter();
  const t = useTranslations('ui');
  const now = useNow({ updateInterval: 10_000 });
  if (!at) return <span className="text-ink-3">{t('never')}</span>;
  const date = new Date(at);
  const justNow = Math.abs(now.getTime() - date.getTime()) < 5_000;
  return (
    <time dateTime={at} title={format.dateTime(date, { dateStyle: 'medium', timeStyle: 'long' })} className="num whitespace-nowrap">
      {justNow ? t('justNow') : format.relativeTime(date, now)}
    </time>
  );
}

/** Hours to milliseconds, in mono. */
export function Clock({ at }: { at: string }) {
  const format = useFormatter();
  const date = new Date(at);
  const text = format.dateTime(date, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3, hour12: false });
  return (
    <time dateTime={at} title={format.dateTime(date, { dateStyle: 'medium', timeStyle: 'long' })} className="mono ltr">
      {text}
    </time>
  );
}
