import { directionOf, type Locale } from '@waypost/contracts';
import type { Brand } from '../brand/brands.service.ts';
import { htmlOf, textOf } from './frame.ts';
import type { MailTemplate, MailValues, WordsByLocale, Written } from './templates.ts';
import { ar } from './words/ar.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';

export const words: WordsByLocale = { en, es, ar };

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

export interface MailToRender<T extends MailTemplate> {
  template: T;
  values: MailValues[T];
  locale: Locale;
  brand: Pick<Brand, 'name' | 'color' | 'logoUrl'>;
}

/** A mail in the reader's language and the tenant's brand, as HTML with plain text beside it. */
export function renderMail<T extends MailTemplate>({
  template,
  values,
  locale,
  brand,
}: MailToRender<T>): RenderedMail {
  const language = words[locale];
  const rightToLeft = directionOf(locale) === 'rtl';
  const said = language.templates[template](rightToLeft ? isolated(values) : values, writtenIn(locale));
  const name = rightToLeft ? isolate(brand.name) : brand.name;
  const parts = {
    ...said,
    // A line break would begin another header.
    subject: said.subject.replace(/\s+/g, ' ').trim(),
    link: 'link' in values ? values.link : undefined,
    orOpen: language.orOpen,
    sentBy: language.sentBy(name),
    locale,
    brand,
  };
  return { subject: parts.subject, html: htmlOf(parts), text: textOf(parts) };
}

const TIME: Intl.DateTimeFormatOptions = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' };

/** Western digits everywhere: what is told is compared with dashboards and logs. */
function writtenIn(locale: Locale): Written {
  const tag = `${locale}-u-nu-latn-ca-gregory`;
  const time = new Intl.DateTimeFormat(tag, TIME);
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(tag);
  return {
    day: (instant) => day.format(instant),
    instant: (instant) => `${time.format(instant)} UTC`,
    number: (value) => number.format(value),
  };
}

/** Keeps a name or an address of the other direction from turning the sentence around it. */
const isolate = (text: string): string => `\u2068${text}\u2069`;

/** Names and addresses; what code decides by, and links, stay as they are. */
const NOT_SHOWN = new Set(['link', 'role', 'kind', 'change']);

function isolated<V extends object>(values: V): V {
  const entries = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === 'string' && !NOT_SHOWN.has(key) ? isolate(value) : value,
  ]);
  return Object.fromEntries(entries) as V;
}
