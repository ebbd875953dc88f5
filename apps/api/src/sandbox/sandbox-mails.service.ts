import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@waypost/accounts';
import { AppError, notFound } from '@waypost/platform';
import { type CaughtMail, readMails } from './simulator-answers.ts';
import { SimulatorClient } from './simulator-client.ts';

/** All that the simulator keeps. */
const KEPT = 200;

export interface Mailbox {
  /** Whether a simulator runs here that takes mails. */
  available: boolean;
  /** Newest first. */
  mails: CaughtMail[];
}

/**
 * The mails that the simulator caught. Their links let in whoever has them, so people see what was sent to
 * themselves, as they would in their own mailbox; only super-admins see all.
 */
@Injectable()
export class SandboxMails {
  constructor(private readonly simulator: SimulatorClient) {}

  async list(me: PersonPrincipal): Promise<Mailbox> {
    const none = { available: false, mails: [] };
    if (this.simulator.url === null) return none;
    const answer = await this.simulator
      .call('GET', `/control/mails?limit=${KEPT}`)
      .catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'unavailable') return undefined;
        throw error;
      });
    if (!answer || answer.port === null) return none;
    const readable = readMails(answer).filter(({ to }) => mayRead(me, to));
    return { available: true, mails: readable.reverse() };
  }

  /** A mail as a page of its own. Throws `not_found` for mails of others too. */
  async page(me: PersonPrincipal, id: string): Promise<string> {
    const { mails } = await this.list(me);
    const html = mails.find((mail) => mail.id === id)?.html;
    if (!html) throw notFound('mail');
    // What is followed opens beside the page that shows the mail.
    return html.replace('<head>', '<head><base target="_blank">');
  }
}

/** Who works as somebody else reads nothing of theirs: the links would let them in as that person. */
function mayRead({ superAdmin, impersonator, email }: PersonPrincipal, to: string[]): boolean {
  if (impersonator) return false;
  return superAdmin || to.some((address) => address.toLowerCase() === email.toLowerCase());
}
