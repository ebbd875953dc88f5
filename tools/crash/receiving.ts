import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One request that reached a project, as the receiver's journal has it. */
export interface ReceivedLine {
  /** Milliseconds since 1970. */
  at: number;
  project: string;
  webhookId: string;
  attempt: number;
  /** Whether both signatures were right. */
  signed: boolean;
  /** Only 200 counts as delivered. */
  answer: number | 'reset' | 'held';
  keys: string[];
}

export interface Behaviour {
  /** By project. */
  secrets: Record<string, string>;
  /** A project whose first requests go wrong, each webhook once at most. */
  failing?: { project: string; times: number; how: number | 'reset' } | null;
  /** A project that takes requests in and does not answer. */
  holding?: string | null;
}

/** The receiver as seen from here. */
export class Receiver {
  readonly #child: ChildProcess;
  readonly #url: string;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.#url = `http://127.0.0.1:${port}`;
  }

  static async start(journal: string): Promise<Receiver> {
    const child = fork(join(import.meta.dirname, 'receiver.ts'), [journal], {
      stdio: 'inherit',
      detached: true,
    });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new Receiver(child, port);
  }

  endpoint(project: string): string {
    return `${this.#url}/${project}`;
  }

  /** Changes how it behaves, and tells what it has done so since the last change. */
  async behave(change: Partial<Behaviour> = {}): Promise<{ held: number; failures: number }> {
    const response = await fetch(this.endpoint('control'), { method: 'PUT', body: JSON.stringify(change) });
    return (await response.json()) as { held: number; failures: number };
  }

  stop(): void {
    this.#child.kill();
  }
}
