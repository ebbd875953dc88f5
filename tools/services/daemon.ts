import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { endProcess, endWithUs, type StopPlan } from './processes.ts';

export interface DaemonSpec {
  name: string;
  spawn(): Promise<ChildProcess> | ChildProcess;
  /** Resolves once the process serves. When it ends before, `explain` says why. */
  ready(child: ChildProcess, signal: AbortSignal): Promise<void>;
  explain(how: string): Error;
  /** Whether a start that failed with this error is worth another try (for up to 15 s). */
  tryAgain?(error: unknown): boolean;
  stopPlan: StopPlan;
  /** For processes that would outlive us: the signal that ends them, and a folder to be removed with them. */
  orphan?: { signal: 'INT' | 'TERM'; folder?: string };
  /** Called once it is stopped for good. */
  dispose?(): void;
}

/** One process that others rely on: it can be waited for, stopped within bounds, killed, and started again. */
export class Daemon {
  readonly name: string;
  /** Called when the process ends without having been told to, with how it ended ("exit code 1", "SIGKILL"). */
  onDeath: ((how: string) => void) | undefined;
  readonly #spec: DaemonSpec;
  #child: ChildProcess | undefined;
  #gone: Promise<string> = Promise.resolve('never started');
  #told = true;

  constructor(spec: DaemonSpec) {
    this.#spec = spec;
    this.name = spec.name;
  }

  /** The process's id; 0 while there is none. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Starts the process and waits until it serves. */
  async start(signal: AbortSignal = new AbortController().signal): Promise<void> {
    for (const until = Date.now() + 15_000; ; await sleep(100)) {
      try {
        return await this.#startOnce(signal);
      } catch (error) {
        if (signal.aborted || Date.now() > until || !this.#spec.tryAgain?.(error)) throw error;
      }
    }
  }

  async #startOnce(signal: AbortSignal): Promise<void> {
    if (this.pid) return;
    const child = await this.#spec.spawn();
    this.#told = true;
    this.#child = child;
    const { pid } = child;
    const watch =
      pid && this.#spec.orphan
        ? endWithUs(pid, this.#spec.orphan.signal, this.#spec.orphan.folder)
        : undefined;
    this.#gone = new Promise((resolve) => {
      child.once('error', (error) => !pid && resolve(error.message));
      child.once('exit', (code, killedBy) => resolve(killedBy ?? `exit code ${code}`));
    });
    void this.#gone.then((how) => {
      watch?.kill('SIGKILL');
      if (this.#child === child) this.#child = undefined;
      if (!this.#told) this.onDeath?.(how);
    });
    const over = new AbortController();
    const ended = this.#gone.then((how) => {
      throw this.#spec.explain(how);
    });
    try {
      await Promise.race([this.#spec.ready(child, AbortSignal.any([signal, over.signal])), ended]);
      this.#told = false;
    } catch (error) {
      await this.#end();
      throw error;
    } finally {
      over.abort();
    }
  }

  /** Ends the process in order, by SIGKILL when it takes too long, and what belongs to it. */
  async stop(): Promise<void> {
    await this.#end();
    this.#spec.dispose?.();
  }

  async #end(): Promise<void> {
    this.#told = true;
    if (this.pid) await endProcess(this.pid, this.#spec.stopPlan);
    if (this.pid) await this.#gone;
  }

  /** Kills it where it stands (SIGKILL), as a crash would. Resolves once it is gone; `onDeath` is not called. */
  async kill9(): Promise<void> {
    this.#told = true;
    this.#child?.kill('SIGKILL');
    await this.#gone;
  }

  async restart(): Promise<void> {
    await this.#end();
    await this.start();
  }
}
