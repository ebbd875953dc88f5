/** What a child process of the bench answers to: one function per name. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Handlers = Record<string, (argument: any) => unknown>;

export interface Question {
  id: number;
  name: string;
  argument: unknown;
}

export interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

/** Serves the parent's calls over the IPC channel; the process ends with its parent. */
export function serve(handlers: Handlers): void {
  process.on('message', (question: Question) => {
    void answer(handlers, question).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit());
  process.send?.('ready');
}

async function answer(handlers: Handlers, { id, name, argument }: Question): Promise<Reply> {
  const handler = handlers[name];
  if (!handler) return { id, error: `no such call: ${name}` };
  try {
    return { id, result: await handler(argument) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
