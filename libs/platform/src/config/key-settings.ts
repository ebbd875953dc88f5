import { key32, oneOf, secret, text, url } from './setting.ts';

const group = 'Root key of stored secrets';
const withoutSlash = (address: string): string => address.replace(/\/+$/, '');
const services = ['local', 'aws', 'gcp', 'vault'] as const;

/** Which root key wraps the tenants' data keys, and which one did before. */
export const keySettings = {
  KEY_PROVIDER: oneOf({
    group,
    description:
      'Who holds the root key of all stored secrets: local (ENCRYPTION_KEY or keys/local.key), aws (AWS KMS), gcp (Google Cloud KMS) or vault (the transit engine of HashiCorp Vault or OpenBao). Change it together with PREVIOUS_KEY_PROVIDER, then run "npm run keys:rewrap".',
    choices: services,
    default: 'local',
  }),
  KEY_ID: text({
    group,
    description:
      'The root key at that service: id, ARN or alias at AWS KMS, "projects/…/cryptoKeys/…" at Google Cloud KMS, the name of the key at Vault.',
    pattern: /^[\w/:.@-]+$/,
    kind: 'the name of a key',
  }),
  KMS_ENDPOINT: url({
    group,
    description:
      'Where AWS KMS or Google Cloud KMS is called when not at its usual address, as with a private endpoint.',
    schemes: ['https', 'http'],
    tidy: withoutSlash,
  }),
  AWS_REGION: text({
    group,
    description:
      'Region of the key at AWS KMS; without it that of the ARN in KEY_ID. Credentials come from where they usually do: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, a profile, or the role of the machine.',
    pattern: /^[a-z0-9-]+$/,
    kind: 'a region such as eu-central-1',
    olderNames: ['AWS_DEFAULT_REGION'],
  }),
  VAULT_ADDR: url({
    group,
    description: 'Address of Vault, such as https://vault.example.com:8200.',
    schemes: ['https', 'http'],
    tidy: withoutSlash,
  }),
  VAULT_TOKEN: secret({
    group,
    description:
      'Token for Vault that may update encrypt/… and decrypt/… of the key. It has to be renewed from outside before it ends; VAULT_ROLE_ID and VAULT_SECRET_ID need no such care.',
  }),
  VAULT_ROLE_ID: text({
    group,
    description: 'AppRole with which Waypost signs in at Vault, instead of VAULT_TOKEN.',
  }),
  VAULT_SECRET_ID: secret({ group, description: 'Secret id of that AppRole.' }),
  VAULT_NAMESPACE: text({ group, description: 'Namespace of Vault Enterprise.' }),
  VAULT_TRANSIT_MOUNT: text({
    group,
    description: "Where Vault's transit engine is mounted.",
    default: 'transit',
    pattern: /^[\w-]+(\/[\w-]+)*$/,
    kind: 'a path such as transit',
  }),
  PREVIOUS_ENCRYPTION_KEY: key32({
    group,
    description:
      'The former ENCRYPTION_KEY, which still opens what it wrapped. Remove it once "npm run keys:rewrap" has ended and no backup needs it.',
  }),
  PREVIOUS_KEY_PROVIDER: oneOf({
    group,
    description:
      'Who held the root key before: local, aws, gcp or vault, as in KEY_PROVIDER. With local and no PREVIOUS_ENCRYPTION_KEY it is the file keys/local.key.',
    choices: ['none', ...services],
    default: 'none',
  }),
  PREVIOUS_KEY_ID: text({
    group,
    description: 'The former KEY_ID.',
    pattern: /^[\w/:.@-]+$/,
    kind: 'the name of a key',
  }),
  PREVIOUS_KMS_ENDPOINT: url({
    group,
    description: 'The former KMS_ENDPOINT.',
    schemes: ['https', 'http'],
    tidy: withoutSlash,
  }),
};
