import type { KMSClient } from '@aws-sdk/client-kms';
import type { KeyBinding, KeyProvider } from '../key-provider.ts';
import { SecretError } from '../secret-error.ts';
import {
  callBounds,
  type CallBounds,
  keyServiceError,
  type KeyServiceNames,
  networkCode,
  type Refusal,
} from './key-service.ts';

export interface AwsKmsOptions {
  /** Id, ARN or alias of a symmetric key. */
  keyId: string;
  /** Without it that of the ARN, else the SDK's own. */
  region?: string;
  endpoint?: string;
  /** Without them the SDK's own chain: environment, profile, container, machine. */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  bounds?: CallBounds;
}

type Sdk = typeof import('@aws-sdk/client-kms');

/** A root key in AWS KMS. The binding is the encryption context, so CloudTrail shows for whom a key was opened. */
export class AwsKmsProvider implements KeyProvider {
  readonly id: string;
  readonly #options: AwsKmsOptions;
  readonly #bounds: CallBounds;
  #connected: Promise<{ sdk: Sdk; client: KMSClient }> | undefined;

  constructor(options: AwsKmsOptions) {
    this.#options = options;
    this.#bounds = options.bounds ?? callBounds;
    this.id = `aws:${options.keyId}`;
  }

  async wrap(key: Buffer, binding: KeyBinding): Promise<Buffer> {
    return this.#call(async ({ sdk, client }, abortSignal) => {
      const command = new sdk.EncryptCommand({
        KeyId: this.#options.keyId,
        Plaintext: key,
        EncryptionContext: contextOf(binding),
      });
      return (await client.send(command, { abortSignal })).CiphertextBlob;
    });
  }

  async unwrap(wrapped: Buffer, binding: KeyBinding): Promise<Buffer> {
    return this.#call(async ({ sdk, client }, abortSignal) => {
      // The key is named, or any key that these credentials may use would do.
      const command = new sdk.DecryptCommand({
        KeyId: this.#options.keyId,
        CiphertextBlob: wrapped,
        EncryptionContext: contextOf(binding),
      });
      return (await client.send(command, { abortSignal })).Plaintext;
    });
  }

  async #call(
    ask: (connected: { sdk: Sdk; client: KMSClient }, signal: AbortSignal) => Promise<Uint8Array | undefined>,
  ): Promise<Buffer> {
    try {
      const bytes = await ask(await this.#connect(), AbortSignal.timeout(this.#bounds.totalMs));
      if (bytes) return Buffer.from(bytes);
    } catch (error) {
      throw this.#translated(error);
    }
    throw new SecretError(
      'unavailable',
      `AWS KMS gave an empty answer for the root key ${this.#options.keyId}.`,
    );
  }

  /** The SDK is loaded when it is first needed: most installations never do. */
  async #connect(): Promise<{ sdk: Sdk; client: KMSClient }> {
    this.#connected ??= import('@aws-sdk/client-kms').then((sdk) => {
      const { endpoint, credentials } = this.#options;
      const region = this.#region();
      const client = new sdk.KMSClient({
        ...(region && { region }),
        ...(endpoint && { endpoint }),
        ...(credentials && { credentials }),
        maxAttempts: this.#bounds.tries,
        requestHandler: {
          connectionTimeout: this.#bounds.tryMs,
          requestTimeout: this.#bounds.tryMs,
          throwOnRequestTimeout: true,
        },
      });
      return { sdk, client };
    });
    return this.#connected;
  }

  #region(): string | undefined {
    return this.#options.region ?? /^arn:[\w-]+:kms:([\w-]+):/.exec(this.#options.keyId)?.[1];
  }

  #translated(error: unknown): SecretError {
    const { keyId, endpoint } = this.#options;
    const names: KeyServiceNames = {
      service: 'AWS KMS',
      key: keyId,
      at: endpoint ?? this.#region() ?? 'the region of AWS_REGION',
      rights: 'kms:Encrypt and kms:Decrypt',
      credentials: 'AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the role of this machine',
    };
    const { name = 'no reason given' } = (error ?? {}) as { name?: string };
    return keyServiceError(names, refusals[name] ?? 'away', networkCode(error) ?? name, error);
  }
}

const refusals: Record<string, Refusal> = {
  AccessDeniedException: 'denied',
  CredentialsProviderError: 'sign-in',
  UnrecognizedClientException: 'sign-in',
  InvalidSignatureException: 'sign-in',
  MissingAuthenticationTokenException: 'sign-in',
  IncompleteSignatureException: 'sign-in',
  InvalidClientTokenId: 'sign-in',
  ExpiredTokenException: 'sign-in',
  NotFoundException: 'missing',
  InvalidArnException: 'missing',
  DisabledException: 'disabled',
  KMSInvalidStateException: 'disabled',
  InvalidKeyUsageException: 'disabled',
  IncorrectKeyException: 'wrong',
  InvalidCiphertextException: 'wrong',
};

function contextOf({ purpose, of }: KeyBinding): Record<string, string> {
  return { app: 'waypost', purpose, of };
}
