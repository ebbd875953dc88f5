import type { SignalTopic } from '@waypost/platform';
import type { FastifyReply } from 'fastify';

/** At most one change per stream in this time. */
const PAUSE_MS = 100;

/** One browser that looks on. What it cannot take in time is put together, never queued up. */
export class LiveStream {
  private readonly waiting = new Set<SignalTopic>();
  private timer?: NodeJS.Timeout;
  private lastAt = -Infinity;
  private missedBeats = 0;

  constructor(
    private readonly response: FastifyReply['raw'],
    /** The tenant that it looks at; null looks at all of them. */
    readonly tenantId: string | null,
  ) {
    response.on('drain', () => this.flushSoon());
  }

  hello(at: Date): void {
    this.write('hello', { at });
  }

  change(topics: Iterable<SignalTopic>): void {
    for (const topic of topics) this.waiting.add(topic);
    this.flushSoon();
  }

  /** Answers false for one that has taken nothing for several beats: it is gone, or as good as. */
  beat(at: Date): boolean {
    if (this.response.writableNeedDrain) return (this.missedBeats += 1) < 3;
    this.missedBeats = 0;
    this.write('beat', { at });
    return true;
  }

  end(): void {
    clearTimeout(this.timer);
    this.response.end();
    // Who does not read would keep the connection, and with it a process that wants to stop.
    this.response.socket?.destroySoon();
  }

  private flushSoon(): void {
    if (this.timer || this.waiting.size === 0) return;
    const wait = Math.max(0, this.lastAt + PAUSE_MS - performance.now());
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.flush();
    }, wait).unref();
  }

  private flush(): void {
    // Still full: the drain brings us back.
    if (this.response.writableNeedDrain || this.waiting.size === 0) return;
    this.write('change', { topics: [...this.waiting] });
    this.waiting.clear();
    this.lastAt = performance.now();
  }

  private write(event: string, data: object): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }
}
