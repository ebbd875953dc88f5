import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * Takes one file out of an npm package archive and makes it executable.
 * @throws when the archive is not the one `integrity` (sha512-<base64>) stands for, or has no such file
 */
export function takeFileFromPackage({ archive, integrity, file, to }) {
  const packed = readFileSync(archive);
  const actual = `sha512-${createHash('sha512').update(packed).digest('base64')}`;
  if (actual !== integrity)
    throw new Error(`${archive} is not the package it should be: its hash is ${actual}`);
  const content = fileInTar(gunzipSync(packed), `package/${file}`);
  if (!content) throw new Error(`${archive} holds no ${file}`);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content, { mode: 0o755 });
}

/** Read here rather than by `tar`, which small images and Windows may lack. Entries: a 512-byte header, then the content padded to 512. */
export function fileInTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const field = (from, length) => tar.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = parseInt(field(124, 12), 8) || 0;
    const prefix = field(345, 155);
    const name = prefix ? `${prefix}/${field(0, 100)}` : field(0, 100);
    if (name === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return undefined;
}
