import { Inject, Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Settings } from '../config/read-settings.ts';
import { Log } from '../logging/logger.ts';
import { SETTINGS } from '../tokens.ts';

export interface Mail {
  to: string[];
  subject: string;
  text: string;
}

/** Sends plain mails by SMTP; without SMTP_HOST they are only noted in the log. */
@Injectable()
export class Mailer {
  private readonly transport?: Transporter;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: Log,
  ) {
    const { smtpHost, smtpPort, smtpSecure, smtpUser, smtpPassword } = settings;
    if (!smtpHost) return;
    this.transport = createTransport({
      host: smtpHost,
      port: smtpPort,
      // 465 is the port of SMTP that speaks TLS from the first byte.
      secure: smtpSecure || smtpPort === 465,
      auth: smtpUser ? { user: smtpUser, pass: smtpPassword } : undefined,
      connectionTimeout: 10_000,
      socketTimeout: 20_000,
    });
  }

  /** Rejects when the server did not take the mail. */
  async send({ to, subject, text }: Mail): Promise<void> {
    const recipients = to.length > 0 ? to : [this.settings.operatorEmail].filter((address) => address !== undefined);
    if (!this.transport || recipients.length === 0) {
      this.log.warn('mail not sent: there is no SMTP_HOST or no recipient', { subject });
      return;
    }
    await this.transport.sendMail({ from: this.settings.smtpFrom, to: recipients, subject, text });
  }
}
