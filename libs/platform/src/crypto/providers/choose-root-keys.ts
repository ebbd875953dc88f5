import { join } from 'node:path';
import type { Settings } from '../../config/read-settings.ts';
import { type KeyProvider, LocalKeyProvider } from '../key-provider.ts';
import { RootKeys } from '../root-keys.ts';
import { SecretError } from '../secret-error.ts';
import { AwsKmsProvider } from './aws-kms.provider.ts';
import { GcpKmsProvider } from './gcp-kms.provider.ts';
import { VaultTransitProvider } from './vault-transit.provider.ts';

/** The root keys that the settings name. No service is called: that is done when a key is first needed. */
export async function chooseRootKeys(settings: Settings): Promise<RootKeys> {
  const previous: KeyProvider[] = [];
  if (settings.previousEncryptionKey) previous.push(new LocalKeyProvider(settings.previousEncryptionKey));
  if (settings.previousKeyProvider === 'local' && !settings.previousEncryptionKey) {
    previous.push(await LocalKeyProvider.fromPresentFile(keyFile(settings)));
  }
  if (settings.previousKeyProvider !== 'none' && settings.previousKeyProvider !== 'local') {
    const { previousKeyProvider: kind, previousKeyId: keyId, previousKmsEndpoint: endpoint } = settings;
    previous.push(service(settings, { kind, keyId, endpoint, name: 'PREVIOUS_KEY_ID' }));
  }
  return new RootKeys(await present(settings), previous);
}

async function present(settings: Settings): Promise<KeyProvider> {
  const { keyProvider: kind, keyId, kmsEndpoint: endpoint, encryptionKey } = settings;
  if (kind !== 'local') return service(settings, { kind, keyId, endpoint, name: 'KEY_ID' });
  return encryptionKey ? new LocalKeyProvider(encryptionKey) : LocalKeyProvider.fromFile(keyFile(settings));
}

interface Wanted {
  kind: 'aws' | 'gcp' | 'vault';
  keyId: string | undefined;
  endpoint: string | undefined;
  /** Of the setting that names the key. */
  name: string;
}

function service(settings: Settings, { kind, keyId, endpoint, name }: Wanted): KeyProvider {
  if (!keyId) throw missing(name, `the root key in ${services[kind]}`);
  if (kind === 'aws') return new AwsKmsProvider({ keyId, endpoint, region: settings.awsRegion });
  if (kind === 'gcp') return new GcpKmsProvider({ keyId, endpoint });
  const { vaultAddr, vaultToken, vaultRoleId, vaultSecretId, vaultNamespace, vaultTransitMount } = settings;
  if (!vaultAddr) throw missing('VAULT_ADDR', 'the address of Vault');
  const appRole = vaultRoleId && vaultSecretId ? { roleId: vaultRoleId, secretId: vaultSecretId } : undefined;
  if (!vaultToken && !appRole) throw missing('VAULT_TOKEN', 'a token (or VAULT_ROLE_ID and VAULT_SECRET_ID)');
  return new VaultTransitProvider({
    keyId,
    address: vaultAddr,
    mount: vaultTransitMount,
    namespace: vaultNamespace,
    ...(appRole ? { appRole } : { token: vaultToken }),
  });
}

const services = { aws: 'AWS KMS', gcp: 'Google Cloud KMS', vault: 'Vault' };

function missing(name: string, what: string): SecretError {
  return new SecretError('key', `${name} is missing: with the chosen key provider it must give ${what}.`);
}

function keyFile({ dataDir }: Settings): string {
  return join(dataDir, 'keys', 'local.key');
}
