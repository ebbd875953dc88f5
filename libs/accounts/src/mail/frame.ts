import { directionOf, type Locale, solveBrandColors } from '@waypost/contracts';
import type { Brand } from '../brand/brands.service.ts';
import type { MailText } from './templates.ts';

export interface FramedMail extends MailText {
  link?: string;
  orOpen: string;
  sentBy: string;
  locale: Locale;
  brand: Pick<Brand, 'name' | 'color' | 'logoUrl'>;
}

const FONT = `-apple-system,'Segoe UI',Roboto,Helvetica,Arial,'Noto Sans Arabic',sans-serif`;
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

/** Only what a browser opens as a page; anything else shows as text. */
const isWebLink = (link: string | undefined): link is string =>
  link !== undefined && /^https?:\/\//i.test(link);

/**
 * One frame for every mail: tables and inline styles, because that is what mail programs agree on. Dark mode is left
 * to them; colours are chosen so that text can be read on both sides.
 */
export function htmlOf(mail: FramedMail): string {
  const { locale, brand, heading, paragraphs, preheader, button, footnote, subject } = mail;
  const direction = directionOf(locale);
  const { light } = solveBrandColors(brand.color);
  const start = direction === 'rtl' ? 'right' : 'left';
  const line = (text: string, style: string) =>
    `<p dir="${direction}" style="margin:0 0 16px;${style}">${escapeHtml(text)}</p>`;
  const link = isWebLink(mail.link) ? escapeHtml(mail.link) : undefined;
  return `<!doctype html>
<html lang="${locale}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:0;background:#f6f7f8;color:#1c2228;font-family:${FONT}">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${escapeHtml(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" dir="${direction}" style="background:#f6f7f8"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #e2e5e8;border-radius:8px;border-top:4px solid ${light.brand}">
<tr><td align="${start}" style="padding:24px 32px 0">${letterhead(brand, light.brandText)}</td></tr>
<tr><td align="${start}" style="padding:20px 32px 16px;text-align:${start};font-size:15px;line-height:1.55">
<h1 dir="${direction}" style="margin:0 0 16px;font-size:20px;line-height:1.3;font-weight:600">${escapeHtml(heading)}</h1>
${paragraphs.map((paragraph) => line(paragraph, '')).join('\n')}
${link && button ? buttonOf(link, button, light) : ''}
${link ? `<p dir="${direction}" style="margin:0 0 16px;font-size:13px;color:#58616a">${escapeHtml(mail.orOpen)}<br><a dir="ltr" href="${link}" style="color:${light.brandText};word-break:break-all">${link}</a></p>` : ''}
${footnote ? line(footnote, 'font-size:13px;color:#58616a') : ''}
</td></tr></table>
<p dir="${direction}" style="margin:16px 0 0;font-size:12px;color:#58616a">${escapeHtml(mail.sentBy)}</p>
</td></tr></table>
</body>
</html>
`;
}

/** The same in plain text, for who reads so. */
export function textOf({ heading, paragraphs, button, link, footnote, sentBy }: FramedMail): string {
  const action = link === undefined ? undefined : `${button ? `${button}:\n` : ''}${link}`;
  const blocks = [heading, ...paragraphs, action, footnote, `-- \n${sentBy}`];
  return `${blocks.filter((block) => block !== undefined).join('\n\n')}\n`;
}

function letterhead({ name, logoUrl }: FramedMail['brand'], color: string): string {
  const shown = escapeHtml(name);
  // The name stands in for a picture that the mail program does not load.
  if (logoUrl) {
    return `<img src="${escapeHtml(logoUrl)}" alt="${shown}" height="32" style="height:32px;max-width:240px;border:0;font-size:16px;font-weight:600;color:${color}">`;
  }
  return `<span dir="auto" style="font-size:16px;font-weight:600;color:${color}">${shown}</span>`;
}

function buttonOf(
  link: string,
  words: string,
  { brand, brandFg }: { brand: string; brandFg: string },
): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:8px 0 20px"><tr><td style="border-radius:6px;background:${brand}">
<a href="${link}" style="display:inline-block;padding:11px 20px;font-size:15px;font-weight:600;color:${brandFg};text-decoration:none">${escapeHtml(words)}</a></td></tr></table>`;
}
