export interface GroupCommitOptions<Item> {
  /** Commits the items together; resolves once they are durable. */
  commit: (items: Item[]) => Promise<void>;
  sizeOf: (item: Item) => number;
  maxRows?: number;
  maxBytes?: number;
  flushers?: number;
  /** What may wait for a flusher before `add` refuses. */
  maxBufferedRows?: number;
  maxBufferedBytes?: number;
}

/** More is waiting to be written than this process is willing to hold. */
export class BufferFull extends Error {
  override readonly name = 'BufferFull';
}

interface Waiting<Item> {
  item: Item;
  size: number;
  done: (together: number) => void;
  failed: (reason: unknown) => void;
}

/**
 * Commits many callers' items in one statement. A flush starts when a flusher is idle, never on a timer:
 * a lone item goes at once, and under load a batch is what came in while the flushers were busy.
 */
export class GroupCommit<Item> {
  private waiting: Waiting<Item>[] = [];
  private bytes = 0;
  private busy = 0;
  private scheduled = false;
  private readonly options: Required<GroupCommitOptions<Item>>;

  constructor(options: GroupCommitOptions<Item>) {
    this.options = {
      maxRows: 256,
      maxBytes: 8 << 20,
      flushers: 2,
      maxBufferedRows: 20_000,
      maxBufferedBytes: 128 << 20,
      ...options,
    };
  }

  /** Resolves when the item is durable, with how many were committed together; rejects with the commit's error or with BufferFull. */
  add(item: Item): Promise<number> {
    const size = this.options.sizeOf(item);
    if (this.waiting.length >= this.options.maxBufferedRows || this.bytes + size > this.options.maxBufferedBytes) {
      return Promise.reject(new BufferFull('Too much is waiting to be written.'));
    }
    return new Promise((done, failed) => {
      this.waiting.push({ item, size, done, failed });
      this.bytes += size;
      this.schedule();
    });
  }

  get buffered(): number {
    return this.waiting.length;
  }

  /** Resolves when nothing is waiting or being written. */
  async drained(): Promise<void> {
    while (this.waiting.length > 0 || this.busy > 0) await new Promise((next) => setTimeout(next, 5));
  }

  private schedule(): void {
    if (this.scheduled || this.busy >= this.options.flushers) return;
    this.scheduled = true;
    // What arrives in the same turn of the event loop shares the commit.
    setImmediate(() => {
      this.scheduled = false;
      while (this.busy < this.options.flushers && this.waiting.length > 0) void this.flush();
    });
  }

  private async flush(): Promise<void> {
    const batch = this.take();
    this.busy += 1;
    try {
      await this.options.commit(batch.map((entry) => entry.item));
      for (const entry of batch) entry.done(batch.length);
    } catch (error) {
      for (const entry of batch) entry.failed(error);
    } finally {
      this.busy -= 1;
      this.schedule();
    }
  }

  private take(): Waiting<Item>[] {
    let rows = 0;
    let bytes = 0;
    for (const { size } of this.waiting) {
      if (rows > 0 && (rows >= this.options.maxRows || bytes + size > this.options.maxBytes)) break;
      rows += 1;
      bytes += size;
    }
    this.bytes -= bytes;
    return this.waiting.splice(0, rows);
  }
}
