import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceBytes = 12;
const tagBytes = 16;
/** What encryption adds to a text. */
export const overheadBytes = nonceBytes + tagBytes;

/** AES-256-GCM under a random nonce: nonce, ciphertext, tag. */
export function encrypt(key: Buffer, plain: Buffer, associated: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Undefined when key, associated data or content are not those of the encryption. */
export function decrypt(key: Buffer, sealed: Buffer, associated: Buffer): Buffer | undefined {
  if (sealed.length < overheadBytes) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(associated).setAuthTag(sealed.subarray(-tagBytes));
  const plain = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    // final() throws for one reason only: the tag does not fit. Nothing decrypted so far may be used.
    return undefined;
  }
}
