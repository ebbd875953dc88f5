import {
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  type WriteStream,
} from 'node:fs';
import { dirname } from 'node:path';

const mostBytes = 20 * 1024 * 1024;

/** How many bytes a file has; 0 when there is none. */
export function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** Makes room: a log over 20 MB becomes `<name>.1`, in place of the one before. */
export function rotateLog(file: string, full = sizeOf(file) > mostBytes): void {
  mkdirSync(dirname(file), { recursive: true });
  if (full) renameSync(file, `${file}.1`);
}

/** What was written to a file after `offset`, at most its last 64 KiB. */
export function textSince(file: string, offset: number): string {
  const end = sizeOf(file);
  const from = Math.max(offset, end - 65_536);
  const buffer = Buffer.alloc(Math.max(0, end - from));
  const descriptor = openSync(file, 'r');
  readSync(descriptor, buffer, 0, buffer.length, from);
  closeSync(descriptor);
  return buffer.toString('utf8');
}

/** A log that never takes more than twice 20 MB. A full disk costs its lines, never the process that writes them. */
export class LogFile {
  readonly file: string;
  #stream: WriteStream;
  #bytes = 0;
  #brokenAt = 0;

  constructor(file: string) {
    this.file = file;
    this.#stream = this.#open();
  }

  write(line: string): void {
    if (this.#brokenAt && Date.now() - this.#brokenAt < 60_000) return;
    this.#bytes += Buffer.byteLength(line) + 1;
    const full = this.#bytes > mostBytes;
    if (this.#brokenAt || full) {
      this.#stream.end();
      if (full) rotateLog(this.file, full);
      this.#stream = this.#open();
    }
    this.#stream.write(`${line}\n`);
  }

  #open(): WriteStream {
    rotateLog(this.file);
    this.#bytes = sizeOf(this.file);
    this.#brokenAt = 0;
    const stream = createWriteStream(this.file, { flags: 'a', mode: 0o600 });
    return stream.on('error', (error) => {
      if (!this.#brokenAt) console.error(`${this.file} cannot be written: ${error.message}`);
      this.#brokenAt = Date.now();
    });
  }
}
