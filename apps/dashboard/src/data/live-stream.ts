import { EventSourceParserStream } from 'eventsource-parser/stream';
import { actingFor } from './acting-for.ts';
import { queryClient } from './client.ts';
import { become, liveState } from './live-state.ts';
import { fetchSignedIn } from './renewal.ts';

/** Beats come every 10 s. */
const SILENCE_MS = 25_000;
const ROWS_REST_MS = 100;
const FIGURES_REST_MS = 1_500;
const longestWait = 10_000;

/** Which calls have to be read again when a topic has changed, by the beginning of their path. */
const readers: Record<string, string[]> = {
  deliveries: ['/api/v1/deliveries', '/api/v1/overview', '/api/v1/events', '/api/v1/webhooks'],
  events: ['/api/v1/events', '/api/v1/overview', '/api/v1/webhooks', '/api/v1/apps', '/api/v1/phone-numbers'],
  projects: ['/api/v1/projects', '/api/v1/overview', '/api/v1/mappings', '/api/v1/phone-numbers'],
  bulk: ['/api/v1/bulk-operations'],
  setup: ['/api/v1/apps', '/api/v1/business-accounts', '/api/v1/phone-numbers', '/api/v1/mappings', '/api/v1/overview', '/api/v1/projects'],
  platform: ['/api/v1/system', '/api/v1/tenants'],
};

/** Counted over many rows: read again less often, so that rows come at once. */
const isFigure = (path: string) => /\/(count|histogram|overview|figures)$/.test(path);

/**
 * Reads again what changed, one round at a time: changes during a round make one more round, however many they are.
 * What is being read when a round begins is begun anew, since it may have been answered before the change.
 */
class Refresher {
  private readonly dirty = new Set<string>();
  private running = false;

  constructor(
    private readonly concerns: (path: string) => boolean,
    private readonly restMs: number,
  ) {}

  mark(topics: string[]): void {
    for (const topic of topics) this.dirty.add(topic);
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.dirty.size > 0) {
      const paths = [...this.dirty].flatMap((topic) => readers[topic] ?? []);
      this.dirty.clear();
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => {
          const asked = String(queryKey[1]);
          return this.concerns(asked) && paths.some((path) => asked.startsWith(path));
        },
      });
      await pause(this.restMs);
    }
    this.running = false;
  }
}

/**
 * Keeps the stream open until `closing`. Whenever it opens all that is shown is read again: what changed before, nobody
 * has told.
 */
export async function followStream(closing: AbortSignal): Promise<void> {
  const wake = new EventTarget();
  const awake = () => wake.dispatchEvent(new Event('wake'));
  addEventListener('online', awake, { signal: closing });
  document.addEventListener('visibilitychange', awake, { signal: closing });
  await keepOpen(closing, wake);
}

async function keepOpen(closing: AbortSignal, wake: EventTarget): Promise<void> {
  const refreshers = [new Refresher((path) => !isFigure(path), ROWS_REST_MS), new Refresher(isFigure, FIGURES_REST_MS)];
  let wait = 500;
  while (!closing.aborted) {
    const began = Date.now();
    await readStream(closing, wake, {
      opened: () => {
        wait = 500;
        void queryClient.invalidateQueries();
        become({ kind: 'live' });
      },
      changed: (topics) => refreshers.forEach((refresher) => refresher.mark(topics)),
    });
    if (closing.aborted) return;
    if (liveState().kind !== 'behind') become({ kind: 'behind', since: Math.max(began, Date.now() - SILENCE_MS) });
    await Promise.race([pause(wait), new Promise((go) => wake.addEventListener('wake', go, { once: true }))]);
    wait = Math.min(longestWait, wait * 2);
  }
}

interface Told {
  opened: () => void;
  changed: (topics: string[]) => void;
}

/** Resolves when the stream has ended, for whatever reason. */
async function readStream(closing: AbortSignal, wake: EventTarget, told: Told): Promise<void> {
  const silence = new AbortController();
  let heard = Date.now();
  // A machine that slept finds its stream dead without a word: the clock tells.
  const checkSilence = () => Date.now() - heard > SILENCE_MS && silence.abort();
  const timer = setInterval(checkSilence, 2_000);
  wake.addEventListener('wake', checkSilence);
  try {
    const tenant = actingFor();
    const asked = new Request('/api/v1/stream', {
      headers: { accept: 'text/event-stream', ...(tenant && { 'x-tenant-id': tenant.id }) },
      signal: AbortSignal.any([closing, silence.signal]),
      cache: 'no-store',
    });
    const answer = await fetchSignedIn(asked);
    if (!answer.ok || !answer.body) return;
    const events = answer.body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader();
    for (let part = await events.read(); !part.done; part = await events.read()) {
      heard = Date.now();
      if (part.value.event === 'hello') told.opened();
      if (part.value.event === 'change') told.changed((JSON.parse(part.value.data) as { topics: string[] }).topics);
    }
  } catch {
    // Cut, silent or refused: it is opened again, and the page says meanwhile that it is behind.
  } finally {
    clearInterval(timer);
    wake.removeEventListener('wake', checkSilence);
  }
}

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
