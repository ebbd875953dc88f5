import type { Dispatcher } from 'undici';
import { asEgressError, EgressFailed } from './egress-errors.ts';

export interface EgressResponse {
  status: number;
  /** Names in lower case; a header that came more than once is a list. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** At most `maxResponseBytes` of the body, as sent: nothing is decompressed. */
  body: Buffer;
  /** The body went on; the rest was dropped together with the connection. */
  truncated: boolean;
  /** Milliseconds from the call to the last byte taken. */
  durationMs: number;
}

export interface ExchangeOptions {
  host: string;
  timeoutMs: number;
  maxResponseBytes: number;
  signal?: AbortSignal | undefined;
  onSettled: (exchange: Exchange) => void;
}

/** One request and its answer, under one deadline that covers waiting, connecting, headers and body. */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #options: ExchangeOptions;
  readonly #resolve: (response: EgressResponse) => void;
  readonly #reject: (error: unknown) => void;
  readonly #startedAt = performance.now();
  readonly #deadline: NodeJS.Timeout;
  #controller: Dispatcher.DispatchController | undefined;
  #settled = false;
  #status = 0;
  #headers: EgressResponse['headers'] = {};
  #chunks: Buffer[] = [];
  #received = 0;

  constructor(
    options: ExchangeOptions,
    resolve: (response: EgressResponse) => void,
    reject: (error: unknown) => void,
  ) {
    this.#options = options;
    this.#resolve = resolve;
    this.#reject = reject;
    this.#deadline = setTimeout(this.#expire, options.timeoutMs);
    options.signal?.addEventListener('abort', this.#abort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    // It may have expired while it waited for a connection. A throw drops it and keeps the connection, while
    // aborting through the controller would tear down a connection on which nothing was written yet.
    if (this.#settled) throw new Error('The request was given up before it was sent.');
    this.#controller = controller;
  }

  onResponseStart(
    _controller: Dispatcher.DispatchController,
    status: number,
    headers: EgressResponse['headers'],
  ): void {
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#settled) return;
    const room = this.#options.maxResponseBytes - this.#received;
    if (chunk.length <= room) {
      this.#chunks.push(chunk);
      this.#received += chunk.length;
      return;
    }
    this.#chunks.push(chunk.subarray(0, room));
    this.#succeed(true);
    controller.abort(new Error('The rest of the body is not wanted.'));
  }

  onResponseEnd(): void {
    this.#succeed(false);
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: Error): void {
    this.#fail(asEgressError(error, this.#options.host, this.#controller !== undefined));
  }

  /** This process stops and waits no longer. */
  cutOff(): void {
    const { host } = this.#options;
    const sent = this.#controller !== undefined;
    this.#fail(new EgressFailed('reset', `${host} was cut off: this process is shutting down.`, { sent }));
    this.#controller?.abort(new Error('Shutting down.'));
  }

  #succeed(truncated: boolean): void {
    if (!this.#settle()) return;
    const [only] = this.#chunks;
    const body = only && this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks);
    const durationMs = performance.now() - this.#startedAt;
    this.#resolve({ status: this.#status, headers: this.#headers, body, truncated, durationMs });
  }

  #fail(error: unknown): void {
    if (this.#settle()) this.#reject(error);
  }

  /** True for the first caller only: deadline, abort, error and end may all come. */
  #settle(): boolean {
    if (this.#settled) return false;
    this.#settled = true;
    clearTimeout(this.#deadline);
    this.#options.signal?.removeEventListener('abort', this.#abort);
    this.#options.onSettled(this);
    return true;
  }

  #expire = (): void => {
    const { host, timeoutMs } = this.#options;
    const sent = this.#controller !== undefined;
    const stage = !sent
      ? 'could not be reached'
      : this.#status === 0
        ? 'did not answer'
        : 'began to answer but did not finish';
    this.#fail(new EgressFailed('timeout', `${host} ${stage} within ${timeoutMs / 1000} s.`, { sent }));
    this.#controller?.abort(new Error('The deadline has passed.'));
  };

  #abort = (): void => {
    const reason: unknown = this.#options.signal?.reason;
    this.#fail(reason);
    this.#controller?.abort(new Error('The caller gave up.'));
  };
}
