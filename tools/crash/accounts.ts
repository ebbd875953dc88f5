import type { ReceivedLine } from './receiving.ts';
import { Tail } from './tail.ts';

/** What must never happen, and a case of it in words. */
export interface Violation {
  kind: 'lost' | 'misdirected' | 'not as signed' | 'under two ids' | 'refused' | 'stuck';
  words: string;
}

/** A line of the sender's journal: one attempt to post, and how it was answered. */
interface SentLine {
  status: number | null;
  error: string | null;
  keys: string[];
}

/** What one project is owed of one item. */
interface Owed {
  project: string;
  key: string;
  round: Round | undefined;
  webhookId?: string;
  deliveries: number;
  deliveredAt: number;
}

interface Round {
  name: string;
  journal: Tail;
  sent: { acknowledged: number; refused: Map<string, number> };
  owed: Owed[];
}

/** What the journals say of the webhooks of one round. */
export interface RoundAccount {
  /** POSTs answered with 200. */
  acknowledged: number;
  /** Attempts that were answered otherwise or not at all, by how. */
  refused: Map<string, number>;
  /** Pairs of item and project, owed because their POST was acknowledged. */
  owed: number;
  delivered: number;
  /** Deliveries beyond the first. */
  duplicates: number;
  missing: { project: string; key: string }[];
  /** When the last one arrived for the first time, in milliseconds since 1970; 0 when none was owed. */
  lastAt: number;
}

/**
 * Holds the journals of the sender and of the receiving projects against each other, and nothing else:
 * what the product says of itself is no evidence.
 */
export class Accounts {
  readonly violations: Violation[] = [];
  readonly #owners: Map<string, string[]>;
  readonly #received: Tail;
  readonly #rounds = new Map<string, Round>();
  readonly #pairs = new Map<string, Owed>();

  /** @param owners the projects that must get what is said of a number or an account, by its id */
  constructor(owners: Map<string, string[]>, received: string) {
    this.#owners = owners;
    this.#received = new Tail(received);
  }

  /** Announces the sender's journal of a round. */
  begin(name: string, journal: string): void {
    this.#rounds.set(name, {
      name,
      journal: new Tail(journal),
      sent: { acknowledged: 0, refused: new Map() },
      owed: [],
    });
  }

  /** Reads what was written since the last time. */
  read(): void {
    for (const round of this.#rounds.values()) {
      for (const line of round.journal.lines<SentLine>()) this.#sent(round, line);
    }
    for (const line of this.#received.lines<ReceivedLine>()) this.#arrived(line);
  }

  /** How much is owed and has not arrived. */
  missing(name: string): number {
    return this.#round(name).owed.filter(({ deliveries }) => deliveries === 0).length;
  }

  close(): void {
    this.#received.close();
    for (const { journal } of this.#rounds.values()) journal.close();
  }

  of(name: string): RoundAccount {
    const { sent, owed } = this.#round(name);
    const delivered = owed.filter(({ deliveries }) => deliveries > 0);
    return {
      ...sent,
      owed: owed.length,
      delivered: delivered.length,
      duplicates: delivered.reduce((sum, { deliveries }) => sum + deliveries - 1, 0),
      missing: owed
        .filter(({ deliveries }) => deliveries === 0)
        .map(({ project, key }) => ({ project, key })),
      lastAt: delivered.reduce((latest, { deliveredAt }) => Math.max(latest, deliveredAt), 0),
    };
  }

  #sent(round: Round, { status, error, keys }: SentLine): void {
    if (status !== 200) {
      const how = status === null ? (error ?? 'no answer') : `HTTP ${status}`;
      round.sent.refused.set(how, (round.sent.refused.get(how) ?? 0) + 1);
      return;
    }
    round.sent.acknowledged += 1;
    for (const key of new Set(keys)) {
      for (const project of this.#ownersOf(key)) {
        const pair = this.#pair(project, key);
        if (pair.round) continue; // Told before.
        pair.round = round;
        round.owed.push(pair);
      }
    }
  }

  #arrived({ at, project, webhookId, signed, answer, keys }: ReceivedLine): void {
    const violated = (kind: Violation['kind'], words: string) =>
      this.violations.push({ kind, words: `${project} got ${words}` });
    if (!signed || keys.length === 0)
      violated('not as signed', `webhook ${webhookId} with a wrong signature or body`);
    for (const key of keys) {
      if (!this.#ownersOf(key).includes(project)) {
        violated('misdirected', `${key}, which is not for it, as webhook ${webhookId}`);
        continue;
      }
      const pair = this.#pair(project, key);
      pair.webhookId ??= webhookId;
      if (pair.webhookId !== webhookId) {
        violated('under two ids', `${key} as webhook ${pair.webhookId} and as webhook ${webhookId}`);
      }
      if (answer !== 200) continue;
      pair.deliveries += 1;
      pair.deliveredAt ||= at;
    }
  }

  /** A key begins with the id of the number, or of the account, that it is about. */
  #ownersOf(key: string): string[] {
    return this.#owners.get(key.slice(0, key.indexOf('|'))) ?? [];
  }

  #pair(project: string, key: string): Owed {
    const name = `${project} ${key}`;
    let pair = this.#pairs.get(name);
    if (!pair)
      this.#pairs.set(name, (pair = { project, key, round: undefined, deliveries: 0, deliveredAt: 0 }));
    return pair;
  }

  #round(name: string): Round {
    const round = this.#rounds.get(name);
    if (!round) throw new Error(`no round ${name}`);
    return round;
  }
}
