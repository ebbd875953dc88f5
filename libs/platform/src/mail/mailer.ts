import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Settings } from '../config/read-settings.ts';
import { SETTINGS } from '../tokens.ts';

export interface Mail {
  to: string;
  subject: string;
  html: string;
  text: string;
  /** The same for every attempt at the same mail, so that a second copy can be recognised as one. */
  id: string;
}

/** A mail was not taken. The message names no address. */
export class MailFailed extends Error {
  override readonly name = 'MailFailed';
  /** Trying again changes nothing: the server knows no such recipient, or refuses what the mail says. */
  readonly forGood: boolean;

  constructor(message: string, forGood: boolean) {
    super(message);
    this.forGood = forGood;
  }
}

/** Connections to the mail server that one process holds; as many mails are on their way at a time. */
export const MAIL_CONNECTIONS = 3;

/** Sends mails by SMTP, over connections that are kept. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport?: Transporter;
  private readonly domain: string;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {
    const { smtpHost, smtpPort, smtpSecure, smtpUser, smtpPassword, smtpFrom } = settings;
    this.domain = /@([^\s@<>]+)/.exec(smtpFrom)?.[1] ?? 'localhost';
    if (!smtpHost) return;
    this.transport = createTransport({
      pool: true,
      maxConnections: MAIL_CONNECTIONS,
      host: smtpHost,
      port: smtpPort,
      // 465 is the port of SMTP that speaks TLS from the first byte.
      secure: smtpSecure || smtpPort === 465,
      auth: smtpUser ? { user: smtpUser, pass: smtpPassword } : undefined,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 20_000,
      // Nothing in a mail is fetched or read from the disk to be sent along.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Whether there is a mail server at all. */
  get configured(): boolean {
    return this.transport !== undefined;
  }

  /** Throws MailFailed when the server did not take the mail. */
  async send({ to, subject, html, text, id }: Mail): Promise<void> {
    if (!this.transport) throw new MailFailed('There is no mail server: set SMTP_HOST.', false);
    try {
      await this.transport.sendMail({
        from: this.settings.smtpFrom,
        // As an object it is one recipient, whatever its characters.
        to: { name: '', address: to },
        subject,
        html,
        text,
        messageId: `<${id}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
    } catch (error) {
      throw failureOf(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

/** A 5xx on recipient or content is the server's last word; on sign-in it is the operator's to mend. */
function failureOf(error: unknown): MailFailed {
  const { message, code, responseCode } = error as Error & { code?: string; responseCode?: number };
  const forGood =
    (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
  return new MailFailed(message.replace(/[^\s<>:"']+@[^\s<>:"']+/g, '(address)').slice(0, 500), forGood);
}
