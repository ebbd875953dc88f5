import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  subject: string;
  text: string;
}

/** A mail server that keeps what it gets; while `refusing` it takes nothing. */
export async function startMailbox() {
  const mails: ReceivedMail[] = [];
  const mailbox = { mails, refusing: false, settings: {} as Record<string, string>, close: async () => {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, { envelope }, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
      stream.on('end', () => {
        if (mailbox.refusing) return done(new Error('Not today.'));
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), ...readMail(text) });
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  mailbox.settings = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port) };
  mailbox.close = () => new Promise((closed) => server.close(() => closed()));
  return mailbox;
}

/** Enough for mails of plain ASCII: unfolds the subject and undoes quoted-printable. */
function readMail(mail: string): { subject: string; text: string } {
  const [head = '', ...body] = mail.split('\r\n\r\n');
  const unescape = (text: string) =>
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const [, subject = ''] = head.replace(/\r\n\s/g, '').match(/^Subject: (.*)$/m) ?? [];
  const words = subject.replace(/=\?UTF-8\?Q\?(.*?)\?=/g, (_, word: string) =>
    unescape(word.replaceAll('_', ' ')),
  );
  return { subject: words, text: unescape(body.join('\r\n\r\n').replaceAll('=\r\n', '')) };
}
