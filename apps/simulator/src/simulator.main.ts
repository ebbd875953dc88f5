import { BadRequest } from './http.ts';
import { readSettings } from './settings.ts';
import { startSimulator, type Simulator } from './simulator.ts';

try {
  const settings = readSettings(process.env);
  const simulator = await startSimulator(settings);
  stopWhenTold(simulator);
  process.stdout.write(`The Meta simulator is at ${simulator.url} and posts to ${simulator.target}\n`);
  process.send?.('ready');
} catch (error) {
  process.stderr.write(`${sentenceFor(error)}\n`);
  process.exit(1);
}

function stopWhenTold(simulator: Simulator): void {
  const stop = (): void => {
    // A socket that does not let go must not keep the process.
    setTimeout(() => process.exit(0), 2_000).unref();
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
}

function sentenceFor(error: unknown): string {
  if (error instanceof BadRequest) return `The simulator cannot start: ${error.message}`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'The simulator cannot start: its port is taken. Set SIMULATOR_PORT to a free one.';
  return `The simulator cannot start: ${message}`;
}
