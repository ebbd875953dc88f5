import { localeOf } from './locale.ts';

describe('the language of somebody who has not chosen one', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['es', 'es'],
    ['es-MX,es;q=0.9,en;q=0.8', 'es'],
    ['fr-FR,fr;q=0.9,ar;q=0.5,en;q=0.4', 'ar'],
    ['en;q=0.1, AR-eg', 'ar'],
    ['es;q=0, en', 'en'],
    ['de', 'en'],
    ['*', 'en'],
    [';;q=x,,', 'en'],
  ])('of %p is %s', (header, locale) => {
    expect(localeOf({ headers: { 'accept-language': header } })).toBe(locale);
  });
});
