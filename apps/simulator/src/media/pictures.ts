import { createHash } from 'node:crypto';
import { BadRequest } from '../http.ts';
import { numericId } from '../webhooks/ids.ts';

export interface Picture {
  mediaId: string;
  mimeType: string;
  /** Base64 of the SHA-256, as Meta writes it. */
  sha256: string;
  bytes: Buffer;
}

/** What the Cloud API takes as a picture of a customer. */
const mimeTypes = ['image/jpeg', 'image/png', 'image/webp'];
const maxBytes = 5 * 1024 * 1024;
const dataUrl = /^data:([\w.+-]+\/[\w.+-]+);base64,([A-Za-z0-9+/]+={0,2})$/;

/** Pictures that customers have sent, by media id; the oldest go when there are too many. */
export class Pictures {
  readonly #pictures = new Map<string, Picture>();
  readonly #keep: number;

  constructor(keep = 100) {
    this.#keep = keep;
  }

  /** Takes a picture from a data URL. What is no picture is a `BadRequest`. */
  add(text: string): Picture {
    const [, mimeType = '', encoded = ''] = dataUrl.exec(text) ?? [];
    if (!mimeTypes.includes(mimeType)) {
      throw new BadRequest(`"image" must be a data URL in base64 of one of: ${mimeTypes.join(', ')}.`);
    }
    const bytes = Buffer.from(encoded, 'base64');
    if (bytes.length > maxBytes) throw new BadRequest('"image" must not be larger than 5 MB.', 413);
    const sha256 = createHash('sha256').update(bytes).digest('base64');
    const picture = { mediaId: numericId(16), mimeType, sha256, bytes };
    this.#pictures.set(picture.mediaId, picture);
    for (const oldest of this.#pictures.keys()) {
      if (this.#pictures.size <= this.#keep) break;
      this.#pictures.delete(oldest);
    }
    return picture;
  }

  get(mediaId: string): Picture {
    const picture = this.#pictures.get(mediaId);
    if (!picture) throw new BadRequest(`There is no picture ${mediaId} here (any more).`, 404);
    return picture;
  }
}
