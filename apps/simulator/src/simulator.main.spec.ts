import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

describe('the simulator as a process', () => {
  const program = fileURLToPath(new URL('./simulator.main.ts', import.meta.url));
  const start = (env: NodeJS.ProcessEnv) =>
    spawn(process.execPath, [program], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });

  it.each(['SIGTERM', 'disconnect'] as const)('says when it serves, and ends on %s', async (end) => {
    const child = start({ SIMULATOR_PORT: '0' });
    expect(await once(child, 'message')).toEqual(['ready', undefined]);
    const exited = once(child, 'exit');
    if (end === 'SIGTERM') child.kill('SIGTERM');
    else child.disconnect();
    expect(await exited).toEqual([0, null]);
  });

  it('says in one sentence that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const child = start({ SIMULATOR_PORT: String((taken.address() as AddressInfo).port) });
    let text = '';
    child.stderr?.on('data', (chunk) => (text += chunk));
    expect((await once(child, 'exit'))[0]).toBe(1);
    taken.close();
    expect(text).toBe('The simulator cannot start: its port is taken. Set SIMULATOR_PORT to a free one.\n');
  });
});
