import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A statement as it was sent: text and parameters, in PostgreSQL's text form unless they are bytes. */
export interface Statement {
  text: string;
  values: (string | Buffer | null)[];
}

/** What was sent between a BEGIN and its COMMIT, both left out. */
export type UnitOfWork = Statement[];

/** Stands between a program and PostgreSQL and writes down its transactions, so that they can be made again. */
export interface Recorder {
  /** The same database by way of the recorder. */
  urlFor(databaseUrl: string): string;
  /** Transactions that were committed since the last call. */
  take(): UnitOfWork[];
  stop(): Promise<void>;
}

const PROTOCOL_3 = 3;

export async function startRecorder(databaseUrl: string): Promise<Recorder> {
  const { hostname, port } = new URL(databaseUrl);
  const units: UnitOfWork[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    const reader = new UnitReader((unit) => units.push(unit));
    for (const socket of [client, upstream]) {
      open.add(socket);
      socket.setNoDelay(true).on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
      // Whoever is connected sees the end of the connection; there is nobody else to tell.
      socket.on('error', () => socket.destroy());
    }
    client.on('data', (bytes) => reader.read(bytes));
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const own = (server.address() as AddressInfo).port;
  return {
    urlFor: (other) => {
      const url = new URL(other);
      url.host = `127.0.0.1:${own}`;
      return url.href;
    },
    take: () => units.splice(0),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        open.forEach((socket) => socket.destroy());
      }),
  };
}

/** Reads the client's side of a connection in version 3 of PostgreSQL's protocol. */
export class UnitReader {
  private bytes = Buffer.alloc(0);
  private started = false;
  private readonly texts = new Map<string, string>();
  private unit: UnitOfWork | undefined;
  private readonly committed: (unit: UnitOfWork) => void;

  constructor(committed: (unit: UnitOfWork) => void) {
    this.committed = committed;
  }

  read(bytes: Buffer): void {
    this.bytes = Buffer.concat([this.bytes, bytes]);
    for (;;) {
      // The first message has no type before its length.
      const head = this.started ? 1 : 0;
      if (this.bytes.length < head + 4) return;
      const end = head + this.bytes.readInt32BE(head);
      if (this.bytes.length < end) return;
      const type = this.started ? String.fromCharCode(this.bytes[0] ?? 0) : '';
      const message = this.bytes.subarray(head + 4, end);
      this.bytes = this.bytes.subarray(end);
      if (type === '') this.started = message.readInt16BE(0) === PROTOCOL_3;
      else this.take(type, message);
    }
  }

  private take(type: string, message: Buffer): void {
    const fields = new Fields(message);
    if (type === 'Q') this.add({ text: fields.text(), values: [] });
    else if (type === 'P') this.texts.set(fields.text(), fields.text());
    else if (type === 'B') {
      fields.text();
      this.add({ text: this.texts.get(fields.text()) ?? '', values: fields.values() });
    }
  }

  private add(statement: Statement): void {
    if (/^\s*(begin|start transaction)\b/i.test(statement.text)) this.unit = [];
    else if (/^\s*commit\b/i.test(statement.text)) {
      if (this.unit) this.committed(this.unit);
      this.unit = undefined;
    } else if (/^\s*rollback\b/i.test(statement.text)) this.unit = undefined;
    else this.unit?.push(statement);
  }
}

/** The fields of one message, from the first to the last. */
class Fields {
  private at = 0;
  private readonly message: Buffer;

  constructor(message: Buffer) {
    this.message = message;
  }

  text(): string {
    const end = this.message.indexOf(0, this.at);
    const text = this.message.toString('utf8', this.at, end);
    this.at = end + 1;
    return text;
  }

  /** Formats, then parameters; one format alone counts for all of them. */
  values(): (string | Buffer | null)[] {
    const formats = Array.from({ length: this.short() }, () => this.short());
    return Array.from({ length: this.short() }, (_, nth) => {
      const length = this.message.readInt32BE(this.at);
      this.at += 4;
      if (length < 0) return null;
      const value = this.message.subarray(this.at, this.at + length);
      this.at += length;
      const binary = (formats.length === 1 ? formats[0] : formats[nth]) === 1;
      return binary ? Buffer.from(value) : value.toString('utf8');
    });
  }

  private short(): number {
    const value = this.message.readInt16BE(this.at);
    this.at += 2;
    return value;
  }
}
