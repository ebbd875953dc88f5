import type pg from 'pg';
import type { Product } from './product.ts';
import { comesAbout } from './comes-about.ts';

/**
 * Stops the product inside a statement, without a hook in its code: as long as the hold lasts, whoever wants to
 * write to `table` waits, and can be killed right there.
 */
export class Hold {
  readonly #client: pg.Client;
  #caught: number[] = [];

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async on(product: Product, table: string): Promise<Hold> {
    const client = await product.connect();
    await client.query('begin');
    // SHARE lets readers and row locks through and stops every insert, update and delete.
    await client.query(`lock table ${table} in share mode`);
    return new Hold(client);
  }

  /** Waits for somebody to be caught who has `inside` locked already, and so is in the middle of its transaction. */
  async catches(inside?: string): Promise<boolean> {
    return comesAbout(async () => {
      const { rows } = await this.#client.query<{ pid: number }>(
        `select a.pid from pg_stat_activity a where pg_backend_pid() = any(pg_blocking_pids(a.pid))
           and ($1::text is null or exists (select from pg_locks l where l.pid = a.pid and l.granted and l.relation = $1::regclass))`,
        [inside ?? null],
      );
      this.#caught = rows.map(({ pid }) => pid);
      return this.#caught.length > 0;
    }, 5_000);
  }

  /** Breaks the connections of those who are caught, as when their machine dies. */
  async cut(): Promise<void> {
    await this.#query('select pg_terminate_backend(pid) from unnest($1::int[]) as pid', [this.#caught]);
  }

  /** Lets go. A statement whose client was killed meanwhile is carried out all the same, unless it was cut. */
  async end(): Promise<void> {
    await this.#query('rollback');
    await this.#client.end();
  }

  async #query(text: string, values?: unknown[]): Promise<void> {
    await this.#client.query(text, values).catch((error: Error) => {
      if (!/terminat|not queryable|ECONNRESET|EPIPE|closed/i.test(error.message)) throw error;
      // PostgreSQL was among the victims: the hold ended with it.
    });
  }
}
