import type { client as VaultClient } from 'node-vault';
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

export interface VaultTransitOptions {
  /** Name of the key in the transit engine. */
  keyId: string;
  address: string;
  /** Where the transit engine is mounted. */
  mount: string;
  namespace?: string;
  /** One of the two. */
  token?: string;
  appRole?: { roleId: string; secretId: string };
  bounds?: CallBounds;
}

const tokenRefused = 403;

/** A root key in the transit engine of HashiCorp Vault or OpenBao. */
export class VaultTransitProvider implements KeyProvider {
  readonly id: string;
  readonly #options: VaultTransitOptions;
  readonly #bounds: CallBounds;
  #signedIn: Promise<VaultClient> | undefined;

  constructor(options: VaultTransitOptions) {
    this.#options = options;
    this.#bounds = options.bounds ?? callBounds;
    this.id = `vault:${options.mount}/${options.keyId}`;
  }

  async wrap(key: Buffer, binding: KeyBinding): Promise<Buffer> {
    const { ciphertext } = await this.#ask('encrypt', {
      plaintext: key.toString('base64'),
      ...boundTo(binding),
    });
    if (typeof ciphertext !== 'string') throw this.#empty();
    return Buffer.from(ciphertext);
  }

  async unwrap(wrapped: Buffer, binding: KeyBinding): Promise<Buffer> {
    const { plaintext } = await this.#ask('decrypt', { ciphertext: wrapped.toString(), ...boundTo(binding) });
    if (typeof plaintext !== 'string') throw this.#empty();
    return Buffer.from(plaintext, 'base64');
  }

  async #ask(action: 'encrypt' | 'decrypt', body: object): Promise<Record<string, unknown>> {
    const end = Date.now() + this.#bounds.totalMs;
    let renewed = false;
    for (let tries = 1; ; tries++) {
      try {
        const vault = await this.#signIn();
        const answer: { data?: Record<string, unknown> } = await vault.write(
          `${this.#options.mount}/${action}/${this.#options.keyId}`,
          body,
        );
        return answer.data ?? {};
      } catch (error) {
        const status = statusOf(error);
        if (status === tokenRefused && this.#options.appRole && !renewed) {
          // The token of an AppRole ends after a while, which looks like a refusal.
          this.#signedIn = undefined;
          renewed = true;
          continue;
        }
        const again = this.#refusal(error) === 'away' && tries < this.#bounds.tries && Date.now() < end;
        if (!again) throw this.#translated(error);
        await new Promise((next) => setTimeout(next, 100 * 2 ** tries));
      }
    }
  }

  #signIn(): Promise<VaultClient> {
    this.#signedIn ??= this.#connect().catch((error: unknown) => {
      this.#signedIn = undefined;
      throw error;
    });
    return this.#signedIn;
  }

  /** The SDK is loaded when it is first needed: most installations never do. */
  async #connect(): Promise<VaultClient> {
    const { address, namespace, token, appRole } = this.#options;
    const { default: connect } = await import('node-vault');
    const vault = connect({
      endpoint: address,
      ...(namespace && { namespace }),
      ...(token && { token }),
      requestOptions: { timeout: this.#bounds.tryMs },
      // Its own would print keys in the clear when DEBUG is set.
      debug: () => undefined,
    });
    if (appRole) await vault.approleLogin({ role_id: appRole.roleId, secret_id: appRole.secretId });
    return vault;
  }

  #refusal(error: unknown): Refusal {
    const status = statusOf(error);
    if (status === undefined || status === 429 || status >= 500) return 'away';
    const { message = '' } = (error ?? {}) as { message?: string };
    if (/encryption key not found|no handler for route|unsupported path/i.test(message) || status === 404)
      return 'missing';
    if (status === tokenRefused) return /bad token|invalid token/i.test(message) ? 'sign-in' : 'denied';
    return /role|secret id/i.test(message) ? 'sign-in' : 'wrong';
  }

  #translated(error: unknown): SecretError {
    const { keyId, mount, address, appRole } = this.#options;
    const names: KeyServiceNames = {
      service: 'Vault',
      key: `${mount}/${keyId}`,
      at: address,
      rights: `update on ${mount}/encrypt/${keyId} and ${mount}/decrypt/${keyId}`,
      credentials: appRole ? 'VAULT_ROLE_ID and VAULT_SECRET_ID' : 'VAULT_TOKEN',
    };
    const status = statusOf(error);
    const reason = status === undefined ? (networkCode(error) ?? 'no answer') : `HTTP ${status}`;
    return keyServiceError(names, this.#refusal(error), reason, error);
  }

  #empty(): SecretError {
    const { keyId, address } = this.#options;
    return new SecretError(
      'unavailable',
      `What answered at ${address} for the root key ${keyId} is not Vault's transit engine: correct VAULT_ADDR and VAULT_TRANSIT_MOUNT.`,
    );
  }
}

function statusOf(error: unknown): number | undefined {
  return (error as { response?: { statusCode?: number } } | undefined)?.response?.statusCode;
}

function boundTo({ purpose, of }: KeyBinding): { associated_data: string } {
  return { associated_data: Buffer.from(JSON.stringify(['waypost', purpose, of])).toString('base64') };
}
