import { createHash } from 'node:crypto';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock.ts';
import { SYSTEM } from '../database/names.ts';
import { Log } from '../logging/logger.ts';
import type { SecretPlace } from './secret-box.ts';
import type { SecretError, SecretProblem } from './secret-error.ts';

export interface SecretAlarm extends SecretPlace {
  problem: SecretProblem;
}

/** Notes an alarm in the unit of work that makes it known, once for each secret that was tampered with. */
export type AlarmListener = (rows: EntityManager, alarm: SecretAlarm) => Promise<void>;

const ALERT =
  'ALERT: a stored secret was altered. Find out who writes to the database, and enter the secret again';
const MOST_REMEMBERED = 10_000;

/**
 * What becomes of secrets that do not open: told to the operator in the log and to who listens, once for each
 * ciphertext in its place, however often and by however many processes it is read.
 */
@Injectable()
export class SecretAlarms implements BeforeApplicationShutdown {
  private readonly listeners: AlarmListener[] = [];
  private readonly raised = new Set<string>();
  private readonly underway = new Set<Promise<void>>();

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  listen(listener: AlarmListener): void {
    this.listeners.push(listener);
  }

  /** Neither waits nor throws: who reads a secret may be in a transaction, and has trouble enough. */
  readonly raise = (place: SecretPlace, sealed: Buffer, error: SecretError): void => {
    const fingerprint = fingerprintOf(place, sealed);
    const name = fingerprint.toString('hex');
    if (this.raised.has(name)) return;
    if (this.raised.size >= MOST_REMEMBERED) this.raised.clear();
    this.raised.add(name);
    const noting = this.note({ ...place, problem: error.problem }, fingerprint, error)
      .catch((trouble: unknown) => {
        // The next who reads it raises it again.
        this.raised.delete(name);
        this.log.failure('secret altered, and the alarm could not be noted', trouble, idsOf(place));
      })
      .finally(() => this.underway.delete(noting));
    this.underway.add(noting);
  };

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.underway);
  }

  /** On a connection of its own: the reader's transaction may well be rolled back. */
  private async note(alarm: SecretAlarm, fingerprint: Buffer, error: SecretError): Promise<void> {
    const { tenantId, table, column, rowId, problem } = alarm;
    const isNew = await this.database.transaction(async (rows) => {
      const inserted: unknown[] = await rows.query(
        `INSERT INTO secret_alarm (tenant_id, fingerprint, table_name, column_name, row_id, problem, seen_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING tenant_id`,
        [tenantId, fingerprint, table, column, rowId, problem, this.clock.now()],
      );
      if (inserted.length === 0) return false;
      for (const listener of this.listeners) await listener(rows, alarm);
      return true;
    });
    if (isNew) this.log.failure(ALERT, error, idsOf(alarm));
  }
}

function fingerprintOf({ tenantId, table, column, rowId }: SecretPlace, sealed: Buffer): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([tenantId, table, column, rowId]))
    .update(sealed)
    .digest();
}

function idsOf({ tenantId, table, column, rowId }: SecretPlace): object {
  return { tenantId, table, column, rowId };
}
