import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { running } from './running.ts';

/** A line between a browser and the API that can be cut, or go silent as it does when a machine sleeps. */
export class Wire {
  private readonly sockets = new Set<Socket>();
  private state: 'whole' | 'silent' | 'cut' = 'whole';
  private readonly server: Server;

  private constructor() {
    const { hostname, port } = new URL(running.url);
    this.server = createServer((near) => {
      if (this.state === 'cut') return void near.destroy();
      const far = connect(Number(port), hostname);
      for (const [from, to] of [[near, far], [far, near]] as const) {
        this.sockets.add(from);
        from.on('data', (bytes) => this.state === 'whole' && to.write(bytes));
        from.on('close', () => {
          this.sockets.delete(from);
          to.destroy();
        });
        // A cut line is what this is for: its end is told by `close`.
        from.on('error', () => to.destroy());
      }
    });
  }

  static async open(): Promise<Wire> {
    const wire = new Wire();
    await new Promise<void>((resolve) => wire.server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  /** Where the browser goes instead of the API's own address. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends every connection, and takes no new ones. */
  cut(): void {
    this.state = 'cut';
    for (const socket of this.sockets) socket.destroy();
  }

  /** Connections stay, but nothing comes through, and what was under way is lost. */
  silence(): void {
    this.state = 'silent';
  }

  /** New connections work again. Those that were silent stay dead, as after a night. */
  mend(): void {
    this.state = 'whole';
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
