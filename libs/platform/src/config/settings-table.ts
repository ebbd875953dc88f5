import { keySettings } from './key-settings.ts';
import { databaseParts, redisParts } from './older-parts.ts';
import { key32, networks, oneOf, onOff, origins, secret, seconds, text, url, wholeNumber } from './setting.ts';

const web = 'Web server';
const storage = 'Storage';
const queue = 'Queue';
const first = 'First start';
const meta = 'Meta';
const delivery = 'Deliveries';
const retention = 'Retention';
const keys = 'Keys and sign-in';
const mail = 'Mail';
const watch = 'Metrics and traces';
const logs = 'Logs and older clients';
const tenants = 'Tenants';

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
  CORS_ORIGINS: origins({
    group: web,
    description:
      'Pages of other origins that may call the API from a browser, with a token or a key in a header. None by default; cookies are never accepted from them.',
    default: [],
  }),

  RATE_LIMITS: onOff({
    group: web,
    description:
      'Limits how often the API may be called. Off only where something in front of Waypost does it, or to measure.',
    default: true,
  }),
  RATE_LIMIT_ADDRESS: wholeNumber({
    group: web,
    description:
      'Calls per minute of one address to what needs no sign-in, such as sign-in itself, and ten times as many pages and files; of IPv6 a /64 network counts as one address. Webhooks and health probes are never limited.',
    default: 120,
    min: 1,
    max: 1_000_000,
  }),
  RATE_LIMIT_CALLER: wholeNumber({
    group: web,
    description:
      'Calls per minute of one person or API key. A page that shows what happens as it happens asks many times a second. What all programs of a tenant may call together is said by its plan.',
    default: 6_000,
    min: 1,
    max: 1_000_000,
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

  DEFAULT_PLAN: text({
    group: tenants,
    description:
      'Slug of the plan that a new tenant gets when none is named, such as starter, pro or enterprise.',
    default: 'starter',
    pattern: /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/,
    kind: 'the slug of a plan',
  }),
  TENANT_DELETE_GRACE_DAYS: wholeNumber({
    group: tenants,
    description:
      'Days between the deletion of a tenant and the moment when everything of it is erased. Until then a super-admin can restore it.',
    default: 30,
    min: 0,
    max: 365,
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
  AUDIT_RETENTION_DAYS: wholeNumber({
    group: retention,
    default: 730,
    min: 30,
    max: 36_500,
    description:
      'Days after which entries of the audit are removed, for every tenant and for the platform. docs/security/audit.md says what stays of them.',
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
      'Root key of all stored secrets while KEY_PROVIDER is local: 32 bytes in base64 or hex. Without it one is kept in keys/local.key in the data folder. Give all machines that share a database the same key, and never lose it.',
    hint: makeKey,
  }),
  JWT_EXPIRES_IN: seconds({
    group: keys,
    description:
      'Life of an access token in seconds; pages renew it by themselves, programs at auth/refresh. More than ten minutes, as older systems had, count as ten. Waypost makes, keeps and renews the keys that sign tokens: a JWT_SECRET is not used any more.',
    default: 600,
    min: 60,
    max: 604_800,
    atMost: 600,
    olderNames: ['JWT_EXPIRATION'],
  }),

  REGISTRATION: oneOf({
    group: keys,
    description:
      'Who may register a tenant of their own: everybody (open), whom the operator has invited (invitation), or nobody (off; the operator makes the tenants).',
    choices: ['open', 'invitation', 'off'],
    default: 'off',
    defaultText: '`open` while `WAYPOST_DEMO` is on, else `off`',
    follows: 'WAYPOST_DEMO',
    following: (demo) => (demo ? 'open' : 'off'),
    synonyms: [
      ['invite', 'invitation'],
      ['closed', 'off'],
    ],
  }),

  ...keySettings,

  SMTP_HOST: text({
    group: mail,
    description:
      'Mail server for links that let people in, and for warnings. Without it mails wait, and the operator sees how many; "npm start" with WAYPOST_DEMO shows them in the mailbox of the stand-in for Meta.',
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

  METRICS_TOKEN: secret({
    group: watch,
    description:
      'With it as a bearer token Prometheus reads /metrics of the API and of the workers. Without it only super-admins can, and workers serve none.',
    minLength: 16,
  }),
  WORKER_METRICS_PORT: wholeNumber({
    group: watch,
    description: 'Port on which a worker serves its own /metrics; needs METRICS_TOKEN. Without it a worker opens no port.',
    min: 0,
    max: 65_535,
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: url({
    group: watch,
    description: 'Collector of OpenTelemetry that takes traces by OTLP over HTTP, such as http://localhost:4318. Without it there are none.',
    schemes: ['http', 'https'],
    tidy: withoutSlash,
  }),
  TRACE_PERCENT: wholeNumber({
    group: watch,
    description: 'Share of requests and batches that are traced, unless a caller that is traced itself asks.',
    default: 10,
    min: 0,
    max: 100,
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
  LOG_DIR: text({
    group: logs,
    description: 'Folder for log files, beside what goes to stdout: a file per process and day, and a new one at 50 MB.',
  }),
  LOG_STDOUT: onOff({
    group: logs,
    description: 'Logs to stdout. Switch it off where LOG_DIR is enough.',
    default: true,
  }),
  LOG_FILES: wholeNumber({
    group: logs,
    description: 'How many full log files of each process are kept in LOG_DIR.',
    default: 14,
    min: 1,
    max: 1_000,
  }),
  LEGACY_PATHS: onOff({
    group: logs,
    description: 'Serves the paths of older systems of this kind, such as /admin/projects and /webhook, too.',
    default: true,
  }),
};
