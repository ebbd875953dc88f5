import type { Locale } from '@waypost/contracts';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueNames, messagesOf, others } from './catalogues.ts';
import { askedBy } from './icu.ts';

const english = messagesOf('en');

/** What CLDR asks of each language. */
const forms: Record<Locale, string[]> = {
  en: ['one', 'other'],
  es: ['one', 'many', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

/** Names, signs and units that are the same in every language, as whole messages. */
const terms = [
  'Waypost', 'PostgreSQL', 'Redis', 'TLS', 'SHA-256', 'HMAC-SHA256', 'POST', '410 Gone', 'Authorization', 'Bearer …',
  'SIMULATOR=1 npm start', 'https://orders.example.com/whatsapp', 'orders-api', 'crm-sync', 'analytics-sink', 'support-desk', 'archive',
  'Waypost {version}',
];
/** What Spanish shares with English. */
const spanish = [
  'App', 'Sticker', 'Webhook', 'Webhooks', 'Endpoint', 'ms', 'webhook', '1 h', '6 h', '24 h', '7 d', '{ms} ms', '{ms, number} ms', '{s} s', '{a} s', '{n} s',
  '{n} min', '{n} h', '{n} d', '{seconds} s', '{minutes} min {seconds} s', '{a} d {b} h', '{a} h {b} min', '{a} min {b} s', '{bytes} bytes', '{n} bytes',
  '{unit} p50', '{value, number} {unit}',
];
const same: Record<string, Set<string>> = { es: new Set([...terms, ...spanish]), ar: new Set(terms) };
/** What servers say on the wire. */
const protocol = /^deliveries\.statusNames\./;

const differ = (one: Set<string>, other: Set<string>) => one.size !== other.size || [...one].some((name) => !other.has(name));
const hasWords = (message: string) => /\p{L}/u.test(message.replace(/[{<][^{}<>]*[}>]/g, ''));

it('every message is in ICU syntax', () => {
  for (const locale of ['en', ...others] as const) for (const message of messagesOf(locale).values()) askedBy(message);
});

it('English plurals have the forms of English', () => {
  const lacking = [...english].filter(([, message]) => askedBy(message).plurals.some((plural) => !plural.forms.has('other')));
  expect(lacking).toEqual([]);
});

describe.each(others)('%s', (locale) => {
  const messages = messagesOf(locale);
  const pairs = [...english].map(([key, message]) => ({ key, message, own: messages.get(key) ?? '' }));

  it('has the words that English has, and no others', () => {
    expect(readdirSync(join(import.meta.dirname, locale))).toEqual(catalogueNames);
    expect([...messages.keys()].filter((key) => !english.has(key))).toEqual([]);
    expect([...english.keys()].filter((key) => !messages.has(key))).toEqual([]);
  });

  it('says nothing in English', () => {
    const left = pairs.filter(({ key, message, own }) => {
      if (own.trim() === '') return true;
      return own === message && hasWords(own) && !same[locale]?.has(own) && !protocol.test(key);
    });
    expect(left.map(({ key, own }) => `${key}: ${own}`)).toEqual([]);
  });

  it('uses the values, tags and choices that English has', () => {
    const wrong = pairs.filter(({ message, own }) => {
      const [one, other] = [askedBy(message), askedBy(own)];
      // English may say with a plain value what another language has to choose by.
      const chosen = one.selects.every(({ value, options }) => other.selects.some((select) => select.value === value && !differ(select.options, options)));
      return differ(one.values, other.values) || differ(one.tags, other.tags) || !chosen;
    });
    expect(wrong.map(({ key, own }) => `${key}: ${own}`)).toEqual([]);
  });

  it('has every form of its plurals, wherever English counts', () => {
    const wrong = pairs.filter(({ message, own }) => {
      const plurals = askedBy(own).plurals;
      const counted = new Set(plurals.map(({ value }) => value));
      const uncounted = askedBy(message).plurals.some(({ value }) => !counted.has(value));
      return uncounted || plurals.some((plural) => forms[locale].some((form) => !plural.forms.has(form)));
    });
    expect(wrong.map(({ key, own }) => `${key}: ${own}`)).toEqual([]);
  });
});
