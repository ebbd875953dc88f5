import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@waypost/accounts';
import {
  AppError,
  Clock,
  EVERYBODY,
  Log,
  type Signal,
  SignalListener,
  type SignalTopic,
} from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { LiveStream } from './live-stream.ts';

const BEAT_MS = 10_000;
/** Of this process; each costs a connection and little else. */
const MOST = 2_000;
/** Of one person: more than anybody has tabs of it. */
const MOST_OF_A_PERSON = 32;

interface Open {
  stream: LiveStream;
  principal: PersonPrincipal;
  /** Whether who opened it may still look on. */
  allowed: () => Promise<boolean>;
}

/** The browsers that look on, each told of what changes in its tenant. */
@Injectable()
export class Streams implements BeforeApplicationShutdown {
  private readonly open = new Set<Open>();
  private beating?: NodeJS.Timeout;
  private stopped = false;

  constructor(
    listener: SignalListener,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    listener.onSignal((signal) => this.tell(signal));
  }

  /**
   * Takes the answer over. Throws `tenant_required` for who is in no tenant, `too_many_requests`, and `unavailable`
   * while this process stops.
   */
  start(principal: PersonPrincipal, reply: FastifyReply, allowed: () => Promise<boolean>): void {
    const { tenantId, superAdmin } = principal;
    // Only a super-admin looks at all tenants; somebody who has left theirs looks at none.
    if (tenantId === undefined && !superAdmin) {
      throw new AppError('tenant_required', 'You are in no tenant here. Switch to one of yours first.');
    }
    this.expectRoom(principal);
    reply.hijack();
    const response = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Says to nginx and its like that nothing is to be collected first.
      'x-accel-buffering': 'no',
    });
    const entry = { stream: new LiveStream(response, tenantId ?? null), principal, allowed };
    this.open.add(entry);
    const gone = () => this.open.delete(entry);
    response.on('close', gone).on('error', gone);
    entry.stream.hello(this.clock.now());
    this.beating ??= setInterval(() => this.beat(), BEAT_MS).unref();
  }

  /** At once, so that nobody waits for them when the process stops. */
  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearInterval(this.beating);
    for (const { stream } of this.open) stream.end();
  }

  private expectRoom({ userId }: PersonPrincipal): void {
    if (this.stopped) {
      throw new AppError('unavailable', {
        detail: 'This process is stopping. Connect again.',
        retryAfter: 1,
      });
    }
    const own = [...this.open].filter(({ principal }) => principal.userId === userId).length;
    if (own >= MOST_OF_A_PERSON || this.open.size >= MOST) {
      throw new AppError('too_many_requests', {
        detail:
          'Too many live connections are open. Close other tabs of Waypost, or read now and then instead.',
        retryAfter: 30,
      });
    }
  }

  private tell(signal: Signal): void {
    const toAll = signal.get(EVERYBODY);
    const ofAnybody = new Set([...signal.values()].flatMap((topics) => [...topics]));
    for (const { stream } of this.open) {
      const own: Iterable<SignalTopic> | undefined =
        stream.tenantId === null ? ofAnybody : signal.get(stream.tenantId);
      if (toAll) stream.change(toAll);
      if (own) stream.change(own);
    }
  }

  private beat(): void {
    const now = this.clock.now();
    for (const entry of this.open) {
      const { stream, principal } = entry;
      if (principal.sessionEndsAt <= now || !stream.beat(now)) stream.end();
      else void this.checkAuthority(entry);
    }
  }

  /** What is taken from people ends for what they look at, too. */
  private async checkAuthority({ stream, allowed, principal }: Open): Promise<void> {
    try {
      if (!(await allowed())) stream.end();
    } catch (error) {
      this.log.failure('stream: whether it may go on is asked again', error, {
        requestId: principal.requestId,
      });
    }
  }
}
