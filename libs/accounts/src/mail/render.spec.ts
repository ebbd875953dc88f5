import { defaultLocale, type Locale, locales, roles } from '@waypost/contracts';
import { renderMail, words } from './render.ts';
import type { AlertKind, MailTemplate, MailValues } from './templates.ts';

const at = new Date('2026-11-21T09:30:00Z');
const link = 'https://hub.example.com/app/verify#token=s3cret&x=1';
const kinds: AlertKind[] = ['deliveries', 'server-errors', 'logged-errors', 'waiting-work'];

/** Every mail with all its values; those that choose their words by a value, with each. */
const samples: { [T in MailTemplate]: MailValues[T][] } = {
  'verify-email': [{ name: 'Ada', link }],
  'reset-password': [{ name: 'Ada', link }],
  'password-changed': [{ name: 'Ada', at }],
  welcome: [{ name: 'Ada', tenantName: 'Acme', link }],
  invite: roles.map((role) => ({ inviterName: 'Bob', tenantName: 'Acme', role, link })),
  'registration-invite': [{ tenantName: 'Acme', link }, { link }],
  'totp-changed': (['enabled', 'disabled', 'recovery-codes'] as const).map((change) => ({
    name: 'Ada',
    change,
    at,
  })),
  'project-failing': [
    { projectName: 'Orders', endpoint: 'https://acme.test/hook', since: at, until: at, link },
  ],
  'project-disabled': [{ projectName: 'Orders', endpoint: 'https://acme.test/hook', since: at, link }],
  'error-spike': kinds.flatMap((kind) => [
    { kind, count: 1_234, total: 5_678, before: 9, minutes: 5, link },
    { kind, count: 1_234, before: 9, minutes: 5, link },
  ]),
  'error-spike-over': kinds.map((kind) => ({ kind, since: at, link })),
  'tenant-suspended': [{ tenantName: 'Acme', reason: 'No payment' }, { tenantName: 'Acme' }],
  'tenant-resumed': [{ tenantName: 'Acme', link }],
  'tenant-deletion': [{ tenantName: 'Acme', until: at }],
};

const brand = { name: 'Acme & Söhne', color: '#ffee00', logoUrl: null };

interface Case {
  template: MailTemplate;
  locale: Locale;
  values: MailValues[MailTemplate];
}

const cases: Case[] = locales.flatMap((locale) =>
  (Object.keys(samples) as MailTemplate[]).flatMap((template) =>
    samples[template].map((values) => ({ template, locale, values })),
  ),
);

const saidIn = (locale: Locale, { template, values }: Case) =>
  renderMail({ template, values, locale, brand });

test.each(cases)('$template in $locale says everything it was given', ({ template, locale, values }) => {
  const { subject, html, text } = renderMail({ template, values, locale, brand });
  for (const said of [subject, html, text]) {
    expect(said).not.toMatch(/undefined|null|\[object|NaN|\{\w+\}|\$\{/);
    expect(said.trim()).not.toBe('');
  }
  for (const [key, value] of Object.entries(values)) {
    if (['role', 'change', 'kind'].includes(key)) continue;
    const written =
      value instanceof Date ? '2026' : typeof value === 'number' ? String(value).slice(-3) : String(value);
    // A name may stand in the subject alone, where the mail is about it.
    expect(`${subject}\n${text}`).toContain(written);
  }
  expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">`);
  expect(html).toContain('Acme &amp; Söhne');
  if ('link' in values) {
    expect(html).toContain('href="https://hub.example.com/app/verify#token=s3cret&amp;x=1"');
    expect(text).toContain(link);
  }
});

/** What is said without what was put in: names and numbers are the same in every language. */
const wordsAlone = (text: string) =>
  text.split('\n').filter((line) => line.length > 12 && !line.includes('https://'));

test.each(cases.filter(({ locale }) => locale !== defaultLocale))(
  '$template is translated to $locale',
  (one) => {
    const english = wordsAlone(saidIn(defaultLocale, one).text);
    const translated = saidIn(one.locale, one);
    for (const line of english) expect(translated.text).not.toContain(line);
    expect(translated.subject).not.toBe(saidIn(defaultLocale, one).subject);
    if (one.locale === 'ar') expect(translated.text).toMatch(/[\u0600-\u06ff]{3}/);
  },
);

test('every language has every mail', () => {
  for (const locale of locales)
    expect(Object.keys(words[locale].templates).sort()).toEqual(Object.keys(samples).sort());
});

test('what people call themselves is text, in the mail and in its subject', () => {
  const values = {
    inviterName: '<img src=x onerror=alert(1)>',
    tenantName: 'A"\'&\r\nBcc: all@acme.test',
    role: 'AGENT' as const,
    link,
  };
  const { html, subject } = renderMail({
    template: 'invite',
    values,
    locale: 'en',
    brand: { ...brand, name: '<b>x</b>', logoUrl: 'https://x.test/"><script>' },
  });
  expect(html).not.toMatch(/<img src=x|<script|<b>x/);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(subject).not.toMatch(/[\r\n]/);
});

test('a link that no browser opens as a page is none', () => {
  const { html } = renderMail({
    template: 'verify-email',
    values: { name: 'Ada', link: 'javascript:alert(1)' },
    locale: 'en',
    brand,
  });
  expect(html).not.toContain('javascript:');
});

test("shows the tenant's picture, and its name for who does not load it", () => {
  const { html } = renderMail({
    template: 'verify-email',
    values: { name: 'Ada', link },
    locale: 'en',
    brand: { ...brand, logoUrl: 'https://hub.example.com/api/v1/brand/abc/logo' },
  });
  expect(html).toContain('<img src="https://hub.example.com/api/v1/brand/abc/logo" alt="Acme &amp; Söhne"');
});
