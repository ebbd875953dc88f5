import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SecretBox } from '../crypto/secret-box.ts';
import { LimitCounters } from './limit-counters.ts';

export interface Limit {
  /** What is limited, such as `sign-in`: letters and dashes. */
  name: string;
  /** Who is limited: an address, an id, an e-mail. Never stored in clear. */
  key: string;
  points: number;
  perSeconds: number;
}

export interface Verdict {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Until counting begins anew. */
  resetSeconds: number;
}

/** Of a large limit a process takes a fiftieth at a time and spends it from memory. */
const SHARES = 50;
const MAX_SHARES_HELD = 20_000;

interface Share {
  left: number;
  /** What there was for everybody when the share was taken. */
  others: number;
  endsAt: number;
}

/**
 * How often somebody may do something, over all processes together. Small limits are exact; of large ones each
 * process may leave up to a fiftieth unused, which is the price for asking the store only every so often.
 */
@Injectable()
export class RateLimits {
  private readonly ownKey = randomBytes(32);
  private readonly shares = new Map<string, Share>();
  private readonly taking = new Map<string, Promise<Grant>>();

  constructor(
    private readonly counters: LimitCounters,
    private readonly box: SecretBox,
  ) {}

  /** Takes one; says whether there was one left. Never throws for a store that is away. */
  async take(limit: Limit): Promise<Verdict> {
    const { points, perSeconds } = limit;
    const key = await this.nameOf(limit);
    const share = Math.floor(points / SHARES);
    if (share <= 1) {
      const { granted, remaining, endsInMs } = await this.grant(key, 1, limit);
      return verdict(granted > 0, points, remaining, endsInMs);
    }
    const place = `${key}:${points}/${perSeconds}`;
    for (;;) {
      const held = this.spend(place);
      if (held) return verdict(true, points, held.others + held.left, held.endsAt - Date.now());
      const running = this.taking.get(place);
      if (running) {
        await running;
        continue;
      }
      const { granted, endsInMs } = await this.takeShare(place, () => this.grant(key, share, limit));
      if (granted === 0) return verdict(false, points, 0, endsInMs);
    }
  }

  /** Gives back one that was taken, such as for an attempt that went well: only those that fail shall count. */
  async giveBack(limit: Limit): Promise<void> {
    await this.counters.giveBack(await this.nameOf(limit), limit);
  }

  /** Who comes meanwhile waits for the same share, and goes on when it is there. */
  private takeShare(place: string, grant: () => Promise<Grant>): Promise<Grant> {
    const taking = (async () => {
      try {
        const given = await grant();
        const { granted, remaining, endsInMs } = given;
        if (granted > 0)
          this.keep(place, { left: granted, others: remaining, endsAt: Date.now() + endsInMs });
        return given;
      } finally {
        this.taking.delete(place);
      }
    })();
    this.taking.set(place, taking);
    return taking;
  }

  private async nameOf({ name, key }: Limit): Promise<string> {
    const text = `limit ${name} ${key}`;
    // Without the key of the installation, which the database holds, this process counts by itself anyway.
    const ownHash = () => createHmac('sha256', this.ownKey).update(text).digest();
    const hash = await this.box.keyedHash(text).catch(ownHash);
    return `${name}:${hash.toString('base64url')}`;
  }

  private spend(place: string): Share | undefined {
    const share = this.shares.get(place);
    if (!share || share.left === 0 || share.endsAt <= Date.now()) return undefined;
    share.left -= 1;
    return share;
  }

  private keep(place: string, share: Share): void {
    this.shares.delete(place);
    this.shares.set(place, share);
    const [oldest] = this.shares.keys();
    if (this.shares.size > MAX_SHARES_HELD && oldest !== undefined) this.shares.delete(oldest);
  }

  /** Asks for several; of more than there are it gives those that there are. */
  private async grant(key: string, amount: number, limit: Limit): Promise<Grant> {
    const { consumed, endsInMs } = await this.counters.count(key, amount, limit);
    if (consumed === undefined) return { granted: 0, remaining: 0, endsInMs };
    const before = Math.max(limit.points - (consumed - amount), 0);
    return {
      granted: Math.min(before, amount),
      remaining: Math.max(limit.points - consumed, 0),
      endsInMs,
    };
  }
}

interface Grant {
  granted: number;
  remaining: number;
  endsInMs: number;
}

function verdict(allowed: boolean, limit: number, remaining: number, endsInMs: number): Verdict {
  return { allowed, limit, remaining, resetSeconds: Math.max(Math.ceil(endsInMs / 1_000), 1) };
}
