const signatures: [type: ImageType, matches: (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))],
  ['image/jpeg', (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))],
  [
    'image/webp',
    (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
  ],
];

export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp';

export const imageTypes = signatures.map(([type]) => type);

/** Fewer bytes hold no picture. */
const LEAST_BYTES = 32;

/** What a picture is by its content, whatever its sender says. SVG is none of them: it can hold scripts. */
export function imageTypeOf(bytes: Buffer): ImageType | undefined {
  if (bytes.length < LEAST_BYTES) return undefined;
  return signatures.find(([, matches]) => matches(bytes))?.[0];
}
