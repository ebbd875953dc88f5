import { Injectable } from '@nestjs/common';
import { addressKey, AppError, type Limit, RateLimits } from '@waypost/platform';
import type { Marks } from '../users/known-devices.ts';

/** Who tries, and what is known of the device. */
export interface Attempt {
  /** The account that is tried, whether it exists or not. */
  account: string;
  address: string;
  marks: Marks;
  /** Those of the marks from which the account has been signed in to. */
  known: readonly string[];
}

const QUARTER = 900;
const HOUR = 3_600;

/**
 * How often a password or a code may be tried. What counts is who tries: nobody's attempts use up those of a device
 * that has signed in before, so that nobody can be locked out by strangers. docs/decisions/0009 has the figures.
 */
@Injectable()
export class SignInLimits {
  constructor(private readonly limits: RateLimits) {}

  /** Takes an attempt at a password; `succeeded` gives it back. Throws `too_many_requests`. */
  async password(attempt: Attempt): Promise<{ succeeded(): Promise<void> }> {
    const { account, address, marks, known } = attempt;
    const network = addressKey(address);
    const pair = { name: 'sign-in-pair', key: `${network} ${account}`, points: 10, perSeconds: QUARTER };
    if (marks.cookie !== undefined && known.includes(marks.cookie)) {
      return this.taken([
        { name: 'sign-in-device', key: `${marks.cookie} ${account}`, points: 20, perSeconds: QUARTER },
      ]);
    }
    if (known.includes(marks.address)) return this.taken([pair]);
    const held = await this.taken([
      { name: 'sign-in-address', key: network, points: 90, perSeconds: QUARTER },
      pair,
    ]);
    const strangers = { name: 'sign-in-strangers', key: account, points: 60, perSeconds: HOUR };
    if ((await this.limits.take(strangers)).allowed) return this.returning([...held.limits, strangers]);
    // Slower for every stranger, and shut to none: the owner with the right password on a new device still comes in.
    await this.taken([{ name: 'sign-in-slow', key: `${network} ${account}`, points: 1, perSeconds: 60 }]);
    return held;
  }

  /**
   * Takes an attempt at a code by somebody who had the right password. Six digits bear few guesses, so that strangers
   * share one count; a device that has signed in before has its own.
   */
  code({ account, marks, known }: Attempt): Promise<{ succeeded(): Promise<void> }> {
    const own = [marks.cookie, marks.address].find((mark) => mark !== undefined && known.includes(mark));
    return this.taken([
      own === undefined
        ? { name: 'code-strangers', key: account, points: 10, perSeconds: HOUR }
        : { name: 'code-device', key: `${own} ${account}`, points: 10, perSeconds: QUARTER },
    ]);
  }

  private async taken(limits: Limit[]) {
    for (const limit of limits) {
      const { allowed, resetSeconds } = await this.limits.take(limit);
      if (!allowed) throw tooMany(resetSeconds);
    }
    return this.returning(limits);
  }

  private returning(limits: Limit[]) {
    return {
      limits,
      succeeded: async () => {
        for (const limit of limits) await this.limits.giveBack(limit);
      },
    };
  }
}

export function tooMany(retryAfter: number): AppError {
  const minutes = Math.ceil(retryAfter / 60);
  const wait = retryAfter < 90 ? `${retryAfter} seconds` : `${minutes} minutes`;
  return new AppError('too_many_requests', {
    detail: `Too many attempts. Wait ${wait} and try again, or ask for a link to a new password.`,
    retryAfter,
  });
}
