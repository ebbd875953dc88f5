import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readMail, type ReadMail } from './read-mail.ts';

export interface ReceivedMail extends ReadMail {
  id: string;
  /** Counts from 1 over everything that ever came. */
  nth: number;
  /** ISO 8601 UTC. */
  at: string;
  to: string[];
}

const maxBytes = 1024 * 1024;

/** Mails the hub sent, newest last; the oldest go when there are too many. */
export class Mails {
  #mails: ReceivedMail[] = [];
  #received = 0;
  readonly #keep: number;

  constructor(keep = 200) {
    this.#keep = keep;
  }

  add(to: string[], raw: string): void {
    this.#received += 1;
    this.#mails.push({ id: randomUUID(), nth: this.#received, at: new Date().toISOString(), to, ...readMail(raw) });
    if (this.#mails.length > this.#keep) this.#mails.shift();
  }

  all(limit = this.#keep): ReceivedMail[] {
    return limit > 0 ? this.#mails.slice(-limit) : [];
  }

  clear(): void {
    this.#mails = [];
  }
}

export interface MailServer {
  port: number;
  close(): Promise<void>;
}

/** A mail server on 127.0.0.1 that takes every mail, from anybody, and passes none on. Port 0 takes a free one. */
export async function startMailServer(mails: Mails, port: number, host = '127.0.0.1'): Promise<MailServer> {
  const server = new SMTPServer({
    size: maxBytes,
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(new Error(`A mail may have ${maxBytes} bytes here.`));
        mails.add(
          envelope.rcptTo.map(({ address }) => address),
          Buffer.concat(chunks).toString('latin1'),
        );
        done();
      });
    },
  });
  // A client that goes away in the middle is no reason to stop.
  const ignored = () => undefined;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.removeListener('error', reject);
      server.on('error', ignored);
      resolve();
    });
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
