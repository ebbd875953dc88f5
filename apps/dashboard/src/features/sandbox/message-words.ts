import { useTranslations } from 'use-intl';
import type { Entry } from './use-thread.ts';

/** What a message says in one line. */
export function useMessageWords(): (entry: Entry) => string {
  const t = useTranslations('sandbox');
  return ({ kind, text, latitude, longitude }) => {
    if (kind === 'text' && text) return text;
    if (kind === 'location' && latitude !== undefined) return t('locationAt', { latitude: String(latitude), longitude: String(longitude) });
    return text ? t('kindWith', { kind: t(`kinds.${kind}`), text }) : t(`kinds.${kind}`);
  };
}
