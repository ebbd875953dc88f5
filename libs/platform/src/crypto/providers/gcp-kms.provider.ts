import type { KeyManagementServiceClient } from '@google-cloud/kms';
import type { KeyBinding, KeyProvider } from '../key-provider.ts';
import { SecretError } from '../secret-error.ts';
import { crc32c } from './crc32c.ts';
import {
  callBounds,
  type CallBounds,
  keyServiceError,
  type KeyServiceNames,
  networkCode,
  type Refusal,
} from './key-service.ts';

export interface GcpKmsOptions {
  /** projects/…/locations/…/keyRings/…/cryptoKeys/… */
  keyId: string;
  endpoint?: string;
  bounds?: CallBounds;
}

/**
 * A root key in Google Cloud KMS, over REST: its gRPC would bring a second HTTP stack into every process. Credentials
 * come by Google's own chain: GOOGLE_APPLICATION_CREDENTIALS, gcloud, the machine.
 */
export class GcpKmsProvider implements KeyProvider {
  readonly id: string;
  readonly #options: GcpKmsOptions;
  readonly #bounds: CallBounds;
  #client: Promise<KeyManagementServiceClient> | undefined;

  constructor(options: GcpKmsOptions) {
    if (!/^projects\/[^/]+\/locations\/[^/]+\/keyRings\/[^/]+\/cryptoKeys\/[^/]+$/.test(options.keyId)) {
      throw new SecretError(
        'key',
        `KEY_ID must be the name of a key in Google Cloud KMS, "projects/…/locations/…/keyRings/…/cryptoKeys/…" without a version, not "${options.keyId}".`,
      );
    }
    this.#options = options;
    this.#bounds = options.bounds ?? callBounds;
    this.id = `gcp:${options.keyId}`;
  }

  async wrap(key: Buffer, binding: KeyBinding): Promise<Buffer> {
    const bound = boundTo(binding);
    return this.#call(async (client) => {
      const [answer] = await client.encrypt(
        {
          name: this.#options.keyId,
          plaintext: key,
          plaintextCrc32c: { value: crc32c(key) },
          additionalAuthenticatedData: bound,
          additionalAuthenticatedDataCrc32c: { value: crc32c(bound) },
        },
        this.#callOptions(),
      );
      const arrived = answer.verifiedPlaintextCrc32c && answer.verifiedAdditionalAuthenticatedDataCrc32c;
      return arrived ? checked(answer.ciphertext, answer.ciphertextCrc32c?.value) : undefined;
    });
  }

  async unwrap(wrapped: Buffer, binding: KeyBinding): Promise<Buffer> {
    const bound = boundTo(binding);
    return this.#call(async (client) => {
      const [answer] = await client.decrypt(
        {
          name: this.#options.keyId,
          ciphertext: wrapped,
          ciphertextCrc32c: { value: crc32c(wrapped) },
          additionalAuthenticatedData: bound,
          additionalAuthenticatedDataCrc32c: { value: crc32c(bound) },
        },
        this.#callOptions(),
      );
      return checked(answer.plaintext, answer.plaintextCrc32c?.value);
    });
  }

  async #call(ask: (client: KeyManagementServiceClient) => Promise<Buffer | undefined>): Promise<Buffer> {
    let answer: Buffer | undefined;
    try {
      answer = await ask(await this.#connect());
    } catch (error) {
      throw this.#translated(error);
    }
    if (answer) return answer;
    throw new SecretError(
      'unavailable',
      `What Google Cloud KMS answered for the root key ${this.#options.keyId} was damaged on its way; Waypost tries again.`,
    );
  }

  /** The SDK is loaded when it is first needed: most installations never do. */
  async #connect(): Promise<KeyManagementServiceClient> {
    this.#client ??= import('@google-cloud/kms').then(({ KeyManagementServiceClient }) => {
      const { endpoint } = this.#options;
      const at = endpoint ? new URL(endpoint) : undefined;
      return new KeyManagementServiceClient({
        fallback: true,
        ...(at && {
          apiEndpoint: at.hostname,
          port: Number(at.port || (at.protocol === 'http:' ? 80 : 443)),
          protocol: at.protocol.replace(':', ''),
        }),
      });
    });
    return this.#client;
  }

  #callOptions() {
    const { tryMs, totalMs, tries } = this.#bounds;
    return {
      retry: {
        // DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL, UNAVAILABLE: both calls may be repeated.
        retryCodes: [4, 8, 13, 14],
        backoffSettings: {
          initialRetryDelayMillis: 100,
          retryDelayMultiplier: 2,
          maxRetryDelayMillis: 1_000,
          initialRpcTimeoutMillis: tryMs,
          rpcTimeoutMultiplier: 1,
          maxRpcTimeoutMillis: tryMs,
          totalTimeoutMillis: Math.min(totalMs, tryMs * tries),
        },
      },
    };
  }

  #translated(error: unknown): SecretError {
    const { keyId, endpoint } = this.#options;
    const names: KeyServiceNames = {
      service: 'Google Cloud KMS',
      key: keyId,
      at: endpoint ?? 'cloudkms.googleapis.com',
      rights:
        'cloudkms.cryptoKeyVersions.useToEncrypt and useToDecrypt (role Cloud KMS CryptoKey Encrypter/Decrypter)',
      credentials: 'GOOGLE_APPLICATION_CREDENTIALS, or the service account of this machine',
    };
    const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
    const noCredentials = /default credentials|private key|invalid_grant/i.test(message ?? '');
    const refusal = refusals[Number(code)] ?? (noCredentials ? 'sign-in' : 'away');
    return keyServiceError(
      names,
      refusal,
      statusNames[Number(code)] ?? networkCode(error) ?? 'no status',
      error,
    );
  }
}

/** By the numbers of gRPC's states, in which the SDK speaks of HTTP too. */
const refusals: Record<number, Refusal> = {
  3: 'wrong',
  5: 'missing',
  7: 'denied',
  9: 'disabled',
  16: 'sign-in',
};

const statusNames: Record<number, string> = {
  3: 'INVALID_ARGUMENT',
  4: 'DEADLINE_EXCEEDED',
  5: 'NOT_FOUND',
  7: 'PERMISSION_DENIED',
  8: 'RESOURCE_EXHAUSTED',
  9: 'FAILED_PRECONDITION',
  13: 'INTERNAL',
  14: 'UNAVAILABLE',
  16: 'UNAUTHENTICATED',
};

function boundTo({ purpose, of }: KeyBinding): Buffer {
  return Buffer.from(JSON.stringify(['waypost', purpose, of]));
}

/** Undefined when the bytes are not those that the service has sent. */
function checked(bytes: Uint8Array | string | null | undefined, sum: unknown): Buffer | undefined {
  if (!bytes) return undefined;
  const answer = typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : Buffer.from(bytes);
  return crc32c(answer) === Number(sum) ? answer : undefined;
}
