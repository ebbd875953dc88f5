/** How many rows one statement may carry, and how many statements may be under way. */
const MAX_ROWS = 256;
const MAX_FLUSHERS = 2;

/**
 * Collects rows while every flusher is busy and writes them together as soon as one is idle: no timer, so a lone row
 * waits for nothing and a full load fills the batches. Resolves when the row's own batch is committed.
 */
export function groupCommit<T>(write: (rows: T[]) => Promise<void>): (row: T) => Promise<void> {
  const waiting: { row: T; done: (error?: unknown) => void }[] = [];
  let flushers = 0;

  const flush = async (): Promise<void> => {
    flushers += 1;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MAX_ROWS);
      try {
        await write(batch.map(({ row }) => row));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { done } of batch) done(error);
      }
    }
    flushers -= 1;
  };

  return (row) =>
    new Promise((resolve, reject) => {
      waiting.push({ row, done: (error) => (error === undefined ? resolve() : reject(error)) });
      if (flushers < MAX_FLUSHERS)
        void Promise.resolve().then(() => (flushers < MAX_FLUSHERS ? flush() : undefined));
    });
}
