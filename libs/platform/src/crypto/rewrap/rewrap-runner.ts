import { Injectable } from '@nestjs/common';
import { newId } from '../../database/ids.ts';
import { Log } from '../../logging/logger.ts';
import { Tenancy } from '../../tenancy/tenancy.ts';
import { RootKeys } from '../root-keys.ts';
import { SecretError } from '../secret-error.ts';
import type { KeyRewrap } from './key-rewraps.ts';
import { Resealing } from './reseal.ts';
import { WrappedKeys } from './wrapped-keys.ts';

/** A process that is gone loses its renewal after so long, and another carries on. */
const LEASE = `interval '30 seconds'`;
/** Rows that others change all the time must not keep a renewal going for ever: housekeeping takes the rest. */
const MOST_PASSES = 10;

type Claimed = Pick<KeyRewrap, 'id' | 'phase' | 'newDataKeys' | 'onlyTenant' | 'rootKey' | 'startedAt'>;

/** Somebody else has taken the renewal over: nothing is lost, since every step may be done twice. */
class LeaseLost extends Error {}

/** Carries the running renewal of keys on, step by step; whoever comes after a crash begins where rows say it ended. */
@Injectable()
export class RewrapRunner {
  private readonly owner = newId<'owner'>();
  private running?: Promise<void>;
  private stopped = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly keys: WrappedKeys,
    private readonly resealing: Resealing,
    private readonly roots: RootKeys,
    private readonly log: Log,
  ) {}

  /** Works until the running renewal has ended, or has to wait; at once when there is none. */
  drain(): Promise<void> {
    this.running ??= this.work().finally(() => (this.running = undefined));
    return this.running;
  }

  /** Ends after the step that is under way, and leaves the rest to whoever comes next. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (!this.running) return;
    await this.running;
    await this.tenancy.system((rows) =>
      rows.query('UPDATE key_rewrap SET owner = NULL, leased_until = NULL WHERE owner = $1', [this.owner]),
    );
  }

  private async work(): Promise<void> {
    const rewrap = await this.claim();
    if (!rewrap) return;
    try {
      await this.carryOut(rewrap);
      await this.note(rewrap.id, `state = 'done', error = NULL, finished_at = now()`);
      this.log.info('keys renewed', { rewrapId: rewrap.id });
    } catch (error) {
      if (error instanceof LeaseLost) return;
      await this.failed(rewrap.id, error);
    }
  }

  private async carryOut(rewrap: Claimed): Promise<void> {
    const { id, startedAt, newDataKeys } = rewrap;
    const onlyTenant = rewrap.onlyTenant ?? undefined;
    if (rewrap.phase === 'keys') {
      const outstanding = await this.keys.outstanding(startedAt, onlyTenant);
      await this.note(id, 'keys_total = keys_done + $2', outstanding);
      await this.keys.rewrap(
        startedAt,
        (done) => this.note(id, 'keys_done = keys_done + $2', done),
        onlyTenant,
      );
      if (!newDataKeys) return;
      await this.keys.renewDataKeys(startedAt, () => this.note(id), onlyTenant);
      const secrets = await this.resealing.outstanding(onlyTenant);
      await this.note(id, `phase = 'secrets', secrets_total = $2`, secrets);
    }
    for (let pass = 1; pass <= MOST_PASSES; pass++) {
      const done = await this.resealing.pass(
        ({ resealed }) => this.note(id, 'secrets_done = secrets_done + $2', resealed),
        onlyTenant,
      );
      await this.note(id, 'secrets_unreadable = $2', done.unreadable);
      if (done.resealed === 0 && done.changed === 0) return;
    }
  }

  /** Only under the root key it was begun with: a process that still has the former settings leaves it alone. */
  private async claim(): Promise<Claimed | undefined> {
    if (this.stopped) return undefined;
    const [rows] = await this.tenancy.system<[Claimed[], number]>((manager) =>
      manager.query(
        `UPDATE key_rewrap SET owner = $1, leased_until = now() + ${LEASE}
         WHERE state = 'running' AND root_key = $2 AND coalesce(leased_until < now(), true)
         RETURNING id, phase, new_data_keys AS "newDataKeys", only_tenant AS "onlyTenant", root_key AS "rootKey",
           started_at AS "startedAt"`,
        [this.owner, this.roots.current.id],
      ),
    );
    return rows[0];
  }

  private async note(id: string, change?: string, ...values: number[]): Promise<void> {
    const [, count] = await this.tenancy.system<[unknown, number]>((rows) =>
      rows.query(
        `UPDATE key_rewrap SET ${change ? `${change}, ` : ''} leased_until = now() + ${LEASE}
         WHERE id = $1 AND state = 'running' AND owner = '${this.owner}'`,
        [id, ...values],
      ),
    );
    if (count === 0 || this.stopped) throw new LeaseLost();
  }

  /** A root key that is not at hand needs the operator; what passes is tried again when the lease is over. */
  private async failed(id: string, error: unknown): Promise<void> {
    const needsOperator = error instanceof SecretError && error.problem !== 'unavailable';
    const words = error instanceof SecretError ? error.message : 'Something broke; the log says what.';
    this.log.failure(needsOperator ? 'keys not renewed' : 'keys: renewed further in 30 s', error, {
      rewrapId: id,
    });
    await this.tenancy.system((rows) =>
      rows.query(
        needsOperator
          ? `UPDATE key_rewrap SET state = 'failed', error = $2, finished_at = now() WHERE id = $1`
          : `UPDATE key_rewrap SET error = $2 WHERE id = $1`,
        [id, words],
      ),
    );
  }
}
