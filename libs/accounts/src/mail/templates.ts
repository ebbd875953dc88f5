import type { Locale, Role } from '@waypost/contracts';

/** What is being watched; each has words of its own in every language. */
export type AlertKind = 'deliveries' | 'server-errors' | 'logged-errors' | 'waiting-work';

/** Every mail there is, and what it is about. Links carry secrets in their fragment. */
export interface MailValues {
  'verify-email': { name: string; link: string };
  'reset-password': { name: string; link: string };
  'password-changed': { name: string; at: Date };
  /** `link` lets the person choose a first password; somebody who `hasPassword` is led to the sign-in page. */
  welcome: { name: string; tenantName: string; link: string; hasPassword?: boolean };
  invite: { inviterName: string; tenantName: string; role: Role; link: string };
  'registration-invite': { tenantName?: string; link: string };
  'totp-changed': { name: string; change: 'enabled' | 'disabled' | 'recovery-codes'; at: Date };
  'project-failing': { projectName: string; endpoint: string; since: Date; until: Date; link: string };
  'project-disabled': { projectName: string; endpoint: string; since: Date; link: string };
  /** Counts of the last minutes; `before` is what the hour before would have led one to expect. */
  'error-spike': {
    kind: AlertKind;
    count: number;
    total?: number;
    before: number;
    minutes: number;
    link: string;
  };
  'error-spike-over': { kind: AlertKind; since: Date; link: string };
  'tenant-suspended': { tenantName: string; reason?: string };
  /** After a suspension, or called back from a deletion. */
  'tenant-resumed': { tenantName: string; link: string };
  /** Everything is gone at `until`; before that the operator can call it back. */
  'tenant-deletion': { tenantName: string; until: Date };
}

export type MailTemplate = keyof MailValues;

/** What a mail says, in one language, as plain text; whoever makes HTML of it escapes it. */
export interface MailText {
  subject: string;
  /** What a list of mails shows behind the subject. */
  preheader: string;
  heading: string;
  paragraphs: string[];
  /** Words of the one button, which leads to the values' `link`. */
  button?: string;
  footnote?: string;
}

/** Instants and numbers as the language writes them. */
export interface Written {
  day(instant: Date): string;
  instant(instant: Date): string;
  number(value: number): string;
}

/** A language's mails. */
export type MailWords = {
  templates: { [T in MailTemplate]: (values: MailValues[T], written: Written) => MailText };
  /** Under a button: what to do when it cannot be pressed. */
  orOpen: string;
  /** At the foot of every mail. */
  sentBy: (brand: string) => string;
};

export type WordsByLocale = Record<Locale, MailWords>;
