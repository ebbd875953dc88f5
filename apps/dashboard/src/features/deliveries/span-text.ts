import { useFormatter, useTranslations } from 'use-intl';

/** "14:02 to 14:42", with the day where it is not today's. */
export function useSpanText(): (since: string | undefined, until: string | undefined) => string {
  const t = useTranslations('deliveries');
  const format = useFormatter();
  const time = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
  const withDay = { weekday: 'short', day: 'numeric', ...time } as const;
  const words = (at: Date, day: string) => format.dateTime(at, at.toDateString() === day ? time : withDay);
  return (since, until) => {
    const today = new Date().toDateString();
    const start = since === undefined ? undefined : new Date(since);
    const end = until === undefined ? undefined : new Date(until);
    if (start && end) return t('span', { from: words(start, today), to: words(end, start.toDateString()) });
    if (start) return t('spanFrom', { from: words(start, today) });
    return end ? t('spanTo', { to: words(end, today) }) : '';
  };
}
