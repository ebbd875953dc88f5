import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { UserId } from '@waypost/contracts';
import { AppError, Clock, newId, randomToken, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { publicAddress } from '../mail/links.ts';

/** What a link in a mail is for. */
export type LinkPurpose = 'verify' | 'reset' | 'welcome' | 'invite' | 'register';

/** Purposes that are about a person who exists; the others keep their tokens with what they invite to. */
export type PersonalPurpose = Extract<LinkPurpose, 'verify' | 'reset' | 'welcome'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long a link is good for. */
const lifetimes: Record<LinkPurpose, number> = {
  verify: 3 * DAY_MS,
  reset: HOUR_MS,
  welcome: 7 * DAY_MS,
  invite: 7 * DAY_MS,
  register: 14 * DAY_MS,
};

export interface DrawnLink<P extends LinkPurpose = LinkPurpose> {
  purpose: P;
  /** For the mail. The token stands in the fragment, which no server and no log ever sees. */
  link: string;
  /** All that is stored of the token. */
  hash: Buffer;
  expiresAt: Date;
}

/** What a link said when it was opened. */
export interface OpenedLink {
  userId: UserId;
  /** Where the link was sent. */
  email: string;
  purpose: PersonalPurpose;
}

/**
 * One-time links to people: drawn before the unit of work (the mail must be rendered), kept within it.
 *
 * ```
 * const link = links.draw('welcome');
 * const mail = await outbox.prepare({ to, template: 'welcome', values: { name, tenantName, link: link.link } });
 * await tenancy.system(async (rows) => { await links.keep(rows, user, link); await outbox.put(rows, mail); });
 * outbox.wake();
 * ```
 */
@Injectable()
export class Links {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly tenancy: Tenancy,
  ) {}

  draw<P extends LinkPurpose>(purpose: P): DrawnLink<P> {
    const token = randomToken();
    return {
      purpose,
      link: `${publicAddress(this.settings)}/app/${purpose}#token=${token}`,
      hash: hashOfToken(token),
      expiresAt: new Date(this.clock.now().getTime() + lifetimes[purpose]),
    };
  }

  /** In a unit of work of the system. Earlier links of the same purpose are over with it. */
  async keep(
    rows: EntityManager,
    { id, email }: { id: UserId; email: string },
    { purpose, hash, expiresAt }: DrawnLink<PersonalPurpose>,
  ): Promise<void> {
    await this.endAll(rows, id, [purpose]);
    await rows.query(
      `INSERT INTO link_token (id, user_id, purpose, email, hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId<'link'>(), id, purpose, email, hash, this.clock.now(), expiresAt],
    );
  }

  /** Whose link it is, without using it up. Throws `link_over`. */
  async look(token: string, purposes: readonly PersonalPurpose[]): Promise<OpenedLink & { name: string }> {
    const [found] = await this.tenancy.system((rows) =>
      rows.query<(OpenedLink & { name: string })[]>(
        `SELECT l.user_id AS "userId", l.email, l.purpose, u.name FROM link_token l JOIN app_user u ON u.id = l.user_id
         WHERE l.hash = $1 AND l.purpose = ANY($3) AND l.expires_at > $2
           AND u.email = l.email AND u.status = 'active'`,
        [hashOfToken(token), this.clock.now(), purposes],
      ),
    );
    if (!found) throw linkOver();
    return found;
  }

  /** Uses a link up, in a unit of work of the system. Throws `link_over` for one that is used, over or of no one. */
  async use(rows: EntityManager, token: string, purposes: readonly PersonalPurpose[]): Promise<OpenedLink> {
    // DELETE … RETURNING answers rows and count; of two who come at once one finds it gone.
    const [[opened]]: [OpenedLink[], number] = await rows.query(
      `DELETE FROM link_token l USING app_user u
       WHERE l.hash = $1 AND l.purpose = ANY($3) AND l.expires_at > $2
         AND u.id = l.user_id AND u.email = l.email AND u.status = 'active'
       RETURNING l.user_id AS "userId", l.email, l.purpose`,
      [hashOfToken(token), this.clock.now(), purposes],
    );
    if (!opened) throw linkOver();
    return opened;
  }

  /** Takes the rest of somebody's links away, such as after a new password. */
  async endAll(rows: EntityManager, userId: UserId, purposes: readonly PersonalPurpose[]): Promise<void> {
    await rows.query('DELETE FROM link_token WHERE user_id = $1 AND purpose = ANY($2)', [userId, purposes]);
  }
}

/** A token has 256 random bits, so that a plain hash cannot be turned round. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export function linkOver(): AppError {
  return new AppError('link_over', 'This link was used already, or its time is over. Ask for a new one.');
}
