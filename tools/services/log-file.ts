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
export function rotateLog(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (sizeOf(file) > mostBytes) renameSync(file, `${file}.1`);
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

/** A log that never takes more than twice 20 MB. */
export class LogFile {
  readonly file: string;
  #stream: WriteStream;
  #bytes: number;

  constructor(file: string) {
    this.file = file;
    rotateLog(file);
    this.#bytes = sizeOf(file);
    this.#stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  }

  write(line: string): void {
    this.#bytes += Buffer.byteLength(line) + 1;
    if (this.#bytes > mostBytes) {
      this.#stream.end();
      renameSync(this.file, `${this.file}.1`);
      this.#stream = createWriteStream(this.file, { flags: 'a', mode: 0o600 });
      this.#bytes = 0;
    }
    this.#stream.write(`${line}\n`);
  }
}
