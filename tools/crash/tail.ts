import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const buffer = Buffer.alloc(1 << 20);

/** Reads a journal of JSON lines while it is being written. */
export class Tail {
  readonly #path: string;
  readonly #decoder = new StringDecoder('utf8');
  #file: number | undefined;
  #rest = '';

  constructor(path: string) {
    this.#path = path;
  }

  /** The whole lines written since the last time; none while there is no file. */
  *lines<T>(): Generator<T> {
    if (this.#file === undefined && !existsSync(this.#path)) return;
    this.#file ??= openSync(this.#path, 'r');
    for (let read = readSync(this.#file, buffer); read > 0; read = readSync(this.#file, buffer)) {
      const lines = (this.#rest + this.#decoder.write(buffer.subarray(0, read))).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line) as T;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
