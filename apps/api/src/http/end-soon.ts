import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const LOOK_MS = 100;
/** For what has been asked and is not answered yet. */
const PATIENCE_MS = 10_000;

/**
 * Lets the server end soon after it was told to. Browsers open connections ahead of need, also while it ends: one on
 * which nothing was ever asked is neither idle nor busy, and would be waited for a minute.
 */
export function endSoon(fastify: FastifyInstance): void {
  const { server } = fastify;
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const cutSilent = () => {
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  };
  fastify.addHook('preClose', (done) => {
    cutSilent();
    const looking = setInterval(cutSilent, LOOK_MS).unref();
    const impatient = setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
    server.once('close', () => {
      clearInterval(looking);
      clearTimeout(impatient);
    });
    done();
  });
}
