import { useFormatter, useTranslations } from 'use-intl';

/** Seconds as somebody says them: 0.4 s, 12 s, 40 min, 3 h, 2 d. */
export function useAge(): (seconds: number) => string {
  const t = useTranslations('admin.age');
  const format = useFormatter();
  return (seconds) => {
    if (seconds <= 0) return t('none');
    if (seconds < 10) return t('seconds', { n: format.number(seconds, { maximumFractionDigits: 1, minimumFractionDigits: 1 }) });
    if (seconds < 120) return t('seconds', { n: format.number(Math.round(seconds)) });
    if (seconds < 7_200) return t('minutes', { n: format.number(Math.round(seconds / 60)) });
    if (seconds < 172_800) return t('hours', { n: format.number(Math.round(seconds / 3_600)) });
    return t('days', { n: format.number(Math.round(seconds / 86_400)) });
  };
}

/** Work this old needs somebody: amber after half a minute, red after five. */
export function ageTone(seconds: number): string {
  if (seconds >= 300) return 'font-mid text-bad';
  return seconds >= 30 ? 'font-mid text-warn' : '';
}
