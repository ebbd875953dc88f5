import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A file to which a line of JSON is appended per record. Written at once and not buffered here: what was
 * appended is in the file also when this process is killed the moment after.
 */
export class JsonLines {
  #file: number | undefined;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#file = openSync(path, 'a', 0o600);
  }

  append(record: object): void {
    if (this.#file === undefined) return;
    const line = Buffer.from(`${JSON.stringify(record)}\n`);
    for (let written = 0; written < line.length;) written += writeSync(this.#file, line, written);
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
