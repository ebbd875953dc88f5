import type { Daemon } from '../services/daemon.ts';

const firstPause = 200;
const longestPause = 5_000;
/** Milliseconds of quiet life after which a death counts as the first again. */
const healthy = 30_000;

/** Milliseconds before the next start, after `deaths` deaths in a row: 0.2 s, doubling, 5 s at most. */
export function pauseBeforeStart(deaths: number): number {
  return Math.min(firstPause * 2 ** (deaths - 1), longestPause);
}

/** Starts a daemon again whenever it dies, until `signal` says that all of it is being stopped. */
export function keepAlive(daemon: Daemon, say: (line: string) => void, signal: AbortSignal): void {
  let deaths = 0;
  let startedAt = Date.now();

  const revive = (how: string): void => {
    if (signal.aborted) return;
    deaths = Date.now() - startedAt > healthy ? 1 : deaths + 1;
    const pause = pauseBeforeStart(deaths);
    say(`${daemon.name} ended (${how}); starting it again in ${pause / 1000} s`);
    setTimeout(() => {
      if (signal.aborted) return;
      startedAt = Date.now();
      daemon.start(signal).then(
        () => say(`${daemon.name} is back`),
        (error: Error) => revive(error.message),
      );
    }, pause);
  };
  daemon.onDeath = revive;
}
