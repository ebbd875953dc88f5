import { Injectable } from '@nestjs/common';
import type { UserId } from '@waypost/contracts';
import { addressKey, Clock, SecretBox, Tenancy } from '@waypost/platform';
import type { Device } from '../sessions/sessions.service.ts';

/** More than anybody uses; the oldest are forgotten. */
const MOST_PER_PERSON = 40;
const FORGOTTEN_AFTER_DAYS = 365;

/** The marks of a device: what is stored of it, and cannot be turned back. */
export interface Marks {
  address: string;
  /** Of the cookie of a browser. */
  cookie?: string;
}

/** From where people have signed in, so that strangers who try to sign in as them do not lock them out. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  async marksOf({ address, token }: Device): Promise<Marks> {
    return {
      address: await this.mark(`known address ${addressKey(address)}`),
      ...(token !== undefined && { cookie: await this.mark(`known browser ${token}`) }),
    };
  }

  /** After a sign-in that was complete. Opens a unit of work of its own. */
  async remember(userId: UserId, device: Device): Promise<void> {
    const now = this.clock.now();
    const marks = Object.values(await this.marksOf(device));
    await this.tenancy.system(async (rows) => {
      await rows.query(
        `INSERT INTO known_device (user_id, mark, seen_at) SELECT $1, decode(mark, 'hex'), $3 FROM unnest($2::text[]) mark
         ON CONFLICT (user_id, mark) DO UPDATE SET seen_at = excluded.seen_at`,
        [userId, marks, now],
      );
      await rows.query(
        `DELETE FROM known_device d WHERE user_id = $1 AND (seen_at < $2 OR mark NOT IN (
           SELECT mark FROM known_device WHERE user_id = $1 ORDER BY seen_at DESC LIMIT ${MOST_PER_PERSON}))`,
        [userId, new Date(now.getTime() - FORGOTTEN_AFTER_DAYS * 86_400_000)],
      );
    });
  }

  private async mark(what: string): Promise<string> {
    return (await this.secrets.keyedHash(what)).toString('hex');
  }
}
