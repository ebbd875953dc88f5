import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readMail, type ReadMail } from '../../apps/simulator/src/mail/read-mail.ts';

export interface ReceivedMail extends ReadMail {
  to: string[];
}

/** A mail server that keeps what it gets; while `refusing` it takes nothing. */
export async function startMailbox() {
  const mails: ReceivedMail[] = [];
  const mailbox = {
    mails,
    refusing: false,
    /** Called with every mail before it is taken. */
    beforeTaking: undefined as (() => Promise<void>) | undefined,
    settings: {} as Record<string, string>,
    close: async () => {},
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 500,
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('nobody@'))
        done(Object.assign(new Error(`No ${address} here.`), { responseCode: 550 }));
      else done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void (async () => {
          await mailbox.beforeTaking?.();
          if (mailbox.refusing) return done(new Error('Not today.'));
          const to = envelope.rcptTo.map(({ address }) => address);
          mails.push({ to, ...readMail(Buffer.concat(chunks).toString('latin1')) });
          done();
        })();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  mailbox.settings = { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port) };
  mailbox.close = () => new Promise((closed) => server.close(() => closed()));
  return mailbox;
}
