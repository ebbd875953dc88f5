import { databaseParts, redisParts } from './older-parts.ts';
import { key32, networks, oneOf, onOff, secret, seconds, text, url, wholeNumber } from './setting.ts';

const web = 'Web server';
const storage = 'Storage';
const queue = 'Queue';
const first = 'First start';
const meta = 'Meta';
const delivery = 'Deliveries';
const retention = 'Retention';
const keys = 'Keys and sign-in';
const mail = 'Mail';
const logs = 'Logs and older clients';

const email = { pattern: /^[^\s@]+@[^\s@]+$/, kind: 'an e-mail address' };
const makeKey = 'make one with "openssl rand -base64 32"';
const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

/** Every setting there is. All are optional, and the order is that of the reference page. */
export const settingsTable = {
  PORT: wholeNumber({
    group: web,
    description: 'Port of the API, the webhooks and the dashboard.',
    default: 4000,
    min: 0,
    max: 65_535,
  }),
  HOST: text({
    group: web,
    description:
      'Address the web server listens on. 127.0.0.1 serves this machine only; 0.0.0.0 serves every network the machine is in, so put a proxy that speaks TLS in front.',
    default: '127.0.0.1',
    pattern: /^[\w.:-]+$/,
    kind: 'a host name or an address',
  }),
  PUBLIC_URL: url({
    group: web,
    description:
      'The address under which people and Meta reach this Waypost, for links in mails and the webhook URL that the dashboard shows. Without it the address of the web server is used.',
    schemes: ['https', 'http'],
    olderNames: ['FRONTEND_URL'],
    tidy: withoutSlash,
  }),
  TRUSTED_PROXIES: networks({
    group: web,
    description:
      'Addresses or networks of your own proxies. Only what they say in X-Forwarded-For counts as the address of a caller.',
    default: [],
  }),

  WAYPOST_DATA_DIR: text({
    group: storage,
    description:
      'Folder for the keys, the first sign-in and, where Waypost runs a PostgreSQL of its own, the database. Back it up: without its keys the stored secrets cannot be read.',
    default: '.waypost',
  }),
  DATABASE_URL: url({
    group: storage,
    description:
      'PostgreSQL, such as postgresql://user:password@host:5432/waypost. Without it "npm start" runs a PostgreSQL of its own in the data folder.',
    schemes: ['postgresql', 'postgres'],
    secret: true,
    olderParts: databaseParts,
    hint: 'escape special characters in user and password as in any URL, such as %40 for @',
  }),
  DATABASE_POOL: wholeNumber({
    group: storage,
    description: 'Connections to PostgreSQL that each process may hold.',
    default: 10,
    min: 2,
    max: 500,
  }),

  REDIS_URL: url({
    group: queue,
    description:
      'Redis or Valkey for the queue, such as redis://:password@host:6379. Without it the queue lives in PostgreSQL, which is enough for a start.',
    schemes: ['redis', 'rediss'],
    secret: true,
    olderParts: redisParts,
    hint: 'escape special characters in user and password as in any URL, such as %40 for @',
  }),
  QUEUE_PREFIX: text({
    group: queue,
    description:
      'Begins the name of every key in Redis. Keep the braces on a Redis Cluster: they hold all keys of the queue on one node.',
    default: '{waypost}',
    pattern: /^[\w{}:.-]+$/,
    kind: 'letters, digits and {}:._- only',
  }),

  WAYPOST_ADMIN_EMAIL: text({
    group: first,
    description: 'E-mail of the first super-admin, made when the database has none.',
    default: 'admin@waypost.local',
    ...email,
  }),
  WAYPOST_ADMIN_PASSWORD: secret({
    group: first,
    description:
      'Password of the first super-admin. Without it one is made and written to first-login.json in the data folder.',
    minLength: 10,
  }),
  WAYPOST_DEMO: onOff({
    group: first,
    description:
      'Makes a demo tenant with two projects, so that everything can be tried. Switch it off in production.',
    default: true,
  }),
  SIMULATOR: onOff({
    group: first,
    description: 'Runs the stand-in for Meta beside Waypost, with which the demo tenant works.',
    default: true,
  }),
  SIMULATOR_PORT: wholeNumber({
    group: first,
    description: 'Port of the stand-in for Meta.',
    default: 4010,
    min: 0,
    max: 65_535,
  }),
  SIMULATOR_URL: url({
    group: first,
    description:
      'Where Waypost reaches the stand-in for Meta when that runs on another machine or in a container of its own. Without it, on this machine at SIMULATOR_PORT.',
    schemes: ['http', 'https'],
    tidy: withoutSlash,
  }),

  META_GRAPH_URL: url({
    group: meta,
    description: "Where Meta's Graph API is called, without a version.",
    default: 'https://graph.facebook.com',
    schemes: ['https', 'http'],
    olderNames: ['META_API_BASE_URL'],
    // Older systems had the version in here too; it is a setting of its own.
    tidy: (address) => withoutSlash(withoutSlash(address).replace(/\/v\d+\.\d+$/, '')),
  }),
  META_API_VERSION: text({
    group: meta,
    description: 'Version of the Graph API.',
    default: 'v25.0',
    pattern: /^v\d+\.\d+$/,
    kind: 'a version such as v25.0',
  }),
  FACEBOOK_APP_ID: text({
    group: meta,
    description:
      'Id of a Meta app that belongs to the platform rather than to a tenant. The app is set up at the first start when this, FACEBOOK_APP_SECRET and WEBHOOK_VERIFY_TOKEN are all given; later changes are made in Waypost.',
    pattern: /^\d+$/,
    kind: 'the digits of an app id',
    olderNames: ['META_APP_ID'],
  }),
  FACEBOOK_APP_SECRET: secret({
    group: meta,
    description: 'Secret of that app, with which Meta signs its webhooks.',
    olderNames: ['META_APP_SECRET'],
  }),
  WEBHOOK_VERIFY_TOKEN: secret({
    group: meta,
    description: 'The verify token entered with the webhook URL of that app.',
    olderNames: ['META_VERIFY_TOKEN'],
  }),

  DEFAULT_PROJECT_ID: text({
    group: delivery,
    description:
      'Id or slug of the project that receives webhooks of numbers which Waypost does not know; a slug counts while only one tenant uses it. Without it they are stored and shown to super-admins.',
    pattern: /^[\w-]+$/,
    kind: 'the id or the slug of a project',
  }),
  DELIVERY_TIMEOUT_MS: wholeNumber({
    group: delivery,
    description: 'How long a project may take to answer a delivery, in milliseconds.',
    default: 15_000,
    min: 100,
    max: 60_000,
  }),
  ALLOW_PRIVATE_DESTINATIONS: onOff({
    group: delivery,
    description:
      'Lets projects have endpoints on private addresses and on this machine; without it, only while WAYPOST_DEMO is on. Keep it off where tenants are not all yours: it lets them reach your inner network. Metadata services of clouds stay out of reach.',
    default: false,
    follows: 'WAYPOST_DEMO',
  }),
  ALLOWED_NETWORKS: networks({
    group: delivery,
    description: 'Private networks in which projects may have endpoints, such as 10.20.0.0/16,192.168.1.7.',
    default: [],
  }),

  EVENT_RETENTION_DAYS: wholeNumber({
    group: retention,
    description:
      'Days for which received webhooks, deliveries and their attempts are kept. Two at least, since a delivery is retried for more than one.',
    default: 30,
    min: 2,
    max: 3_650,
  }),
  DEDUPE_RETENTION_DAYS: wholeNumber({
    group: retention,
    description:
      'Days for which Waypost remembers what it has seen, so that nothing is forwarded twice. Meta repeats webhooks for up to 7 days.',
    default: 16,
    min: 8,
    max: 365,
  }),

  ENCRYPTION_KEY: key32({
    group: keys,
    description:
      'Root key of all stored secrets: 32 bytes in base64 or hex. Without it one is kept in keys/local.key in the data folder. Give all machines that share a database the same key, and never lose it.',
    hint: makeKey,
  }),
  JWT_SECRET: secret({
    group: keys,
    description:
      'Signs sign-in tokens. Without it one is kept in keys/jwt.key in the data folder. Give all machines that share a database the same one.',
    minLength: 32,
    hint: makeKey,
  }),
  JWT_EXPIRES_IN: seconds({
    group: keys,
    description: 'Life of a sign-in token in seconds; the browser renews it by itself.',
    default: 600,
    min: 60,
    max: 604_800,
    olderNames: ['JWT_EXPIRATION'],
  }),

  SMTP_HOST: text({
    group: mail,
    description:
      'Mail server for warnings, such as that of a project about to be disabled. Without it none are sent; "npm start" with WAYPOST_DEMO shows them in the mailbox of the stand-in for Meta.',
    pattern: /^[\w.:-]+$/,
    kind: 'a host name or an address',
  }),
  SMTP_PORT: wholeNumber({
    group: mail,
    description: 'Port of the mail server.',
    default: 587,
    min: 1,
    max: 65_535,
  }),
  SMTP_SECURE: onOff({
    group: mail,
    description:
      'Speaks TLS from the first byte, as on port 465. Off, the connection is upgraded where offered.',
    default: false,
  }),
  SMTP_USER: text({
    group: mail,
    description: 'User at the mail server.',
    olderNames: ['SMTP_USERNAME'],
  }),
  SMTP_PASSWORD: secret({
    group: mail,
    description: 'Password at the mail server.',
    olderNames: ['SMTP_PASS'],
  }),
  SMTP_FROM: text({
    group: mail,
    description: 'Sender of the mails.',
    default: 'Waypost <waypost@localhost>',
    pattern: /^([^<>@]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/,
    kind: 'a sender such as Waypost <hub@example.com>',
  }),
  OPERATOR_EMAIL: text({
    group: mail,
    description: 'Who is warned of what concerns the whole platform. Without it, the super-admins.',
    ...email,
  }),

  LOG_LEVEL: oneOf({
    group: logs,
    description: 'How much is logged.',
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    default: 'info',
    synonyms: [
      ['warning', 'warn'],
      ['log', 'info'],
      ['http', 'info'],
      ['verbose', 'debug'],
      ['silly', 'trace'],
    ],
  }),
  LEGACY_PATHS: onOff({
    group: logs,
    description: 'Serves the paths of older systems of this kind, such as /admin/projects and /webhook, too.',
    default: true,
  }),
};
