import { defaultLocale, isLocale, type Locale } from '@waypost/contracts';
import type { ApiRequest } from './request.ts';

/** The first of the languages that the caller reads and we write; of somebody who has not chosen one yet. */
export function localeOf({ headers }: Pick<ApiRequest, 'headers'>): Locale {
  const wished = (headers['accept-language'] ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters
      .map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1])
      .find((one) => one !== undefined);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const best = wished
    .filter(({ language, quality }) => isLocale(language) && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0]?.language;
  return isLocale(best) ? best : defaultLocale;
}
