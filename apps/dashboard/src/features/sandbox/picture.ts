const LARGEST_BYTES = 250 * 1_024;
const SIDES = [1_280, 1_024, 800, 640, 480, 320];
const THUMB = 240;

export interface Picture {
  /** JPEG of at most 250 KB, as a data URL. */
  image: string;
  thumb: string;
}

/** Makes a photo small enough to be sent; null when the file is no picture that the browser can read. */
export async function pictureOf(file: File): Promise<Picture | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const thumb = drawn(bitmap, THUMB);
  const image = SIDES.map((side) => drawn(bitmap, side)).find((url) => bytesOf(url) <= LARGEST_BYTES) ?? thumb;
  bitmap.close();
  return { image, thumb };
}

const bytesOf = (dataUrl: string) => ((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4;

function drawn(bitmap: ImageBitmap, side: number): string {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser cannot draw.');
  // JPEG knows no transparency.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/jpeg', 0.82);
}
