import { readSettings, SettingsError, type Settings } from './read-settings.ts';

function complaintsAbout(env: Record<string, string>): string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof SettingsError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('nothing has to be set', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    publicUrl: undefined,
    trustedProxies: [],
    dataDir: '.waypost',
    databaseUrl: undefined,
    redisUrl: undefined,
    queuePrefix: '{waypost}',
    demo: true,
    metaGraphUrl: 'https://graph.facebook.com',
    deliveryTimeoutMs: 15_000,
    encryptionKey: undefined,
    jwtExpiresIn: 600,
    logLevel: 'info',
    legacyPaths: true,
  });
});

test('each setting has its own type', () => {
  const settings: Settings = readSettings({ PORT: '1' });
  const typed: [number, string | undefined, boolean, readonly string[], Buffer | undefined, 'info' | string] =
    [
      settings.port,
      settings.publicUrl,
      settings.simulator,
      settings.allowedNetworks,
      settings.encryptionKey,
      settings.logLevel,
    ];
  // @ts-expect-error a port is always there and a number
  const port: string | undefined = settings.port;
  // @ts-expect-error levels are a closed list
  const level: 'info' | 'loud' = settings.logLevel;
  expect([typed[0], port, level]).toEqual([1, 1, 'info']);
});

test.each([
  ['PORT', 'port', '8080', 8080],
  ['PORT', 'port', ' 8080 ', 8080],
  ['PORT', 'port', '', 4000],
  ['WAYPOST_DEMO', 'demo', '0', false],
  ['WAYPOST_DEMO', 'demo', 'Off', false],
  ['WAYPOST_DEMO', 'demo', 'yes', true],
  ['LOG_LEVEL', 'logLevel', 'DEBUG', 'debug'],
  ['LOG_LEVEL', 'logLevel', 'verbose', 'debug'],
  ['JWT_EXPIRES_IN', 'jwtExpiresIn', '300', 300],
  ['JWT_EXPIRES_IN', 'jwtExpiresIn', '5m', 300],
  ['JWT_EXPIRES_IN', 'jwtExpiresIn', '7d', 600],
  ['PUBLIC_URL', 'publicUrl', 'https://hub.example.com/', 'https://hub.example.com'],
  ['META_GRAPH_URL', 'metaGraphUrl', 'http://127.0.0.1:4010/graph', 'http://127.0.0.1:4010/graph'],
  [
    'ALLOWED_NETWORKS',
    'allowedNetworks',
    '10.0.0.0/8, 192.168.1.7 fd00::/8',
    ['10.0.0.0/8', '192.168.1.7', 'fd00::/8'],
  ],
  ['SMTP_FROM', 'smtpFrom', 'hub@example.com', 'hub@example.com'],
  ['ENCRYPTION_KEY', 'encryptionKey', 'ab'.repeat(32), Buffer.alloc(32, 0xab)],
  ['ENCRYPTION_KEY', 'encryptionKey', Buffer.alloc(32, 0xfb).toString('base64'), Buffer.alloc(32, 0xfb)],
  ['ENCRYPTION_KEY', 'encryptionKey', Buffer.alloc(32, 0xfb).toString('base64url'), Buffer.alloc(32, 0xfb)],
] as const)('%s as settings.%s: %j reads as %j', (name, key, raw, expected) => {
  expect(readSettings({ [name]: raw })[key]).toEqual(expected);
});

describe('older names', () => {
  test.each([
    [{ FRONTEND_URL: 'https://hub.example.com' }, { publicUrl: 'https://hub.example.com' }],
    [
      { META_API_BASE_URL: 'https://graph.facebook.com/v18.0/' },
      { metaGraphUrl: 'https://graph.facebook.com' },
    ],
    [
      { SMTP_PASS: 'x', SMTP_USERNAME: 'u' },
      { smtpPassword: 'x', smtpUser: 'u' },
    ],
    [{ META_APP_ID: '123' }, { facebookAppId: '123' }],
    [{ FACEBOOK_APP_ID: '1', META_APP_ID: '2' }, { facebookAppId: '1' }],
    [{ FACEBOOK_APP_ID: '', META_APP_ID: '2' }, { facebookAppId: '2' }],
    [{ REDIS_HOST: 'cache' }, { redisUrl: 'redis://cache:6379' }],
    [
      { REDIS_HOST: 'cache', REDIS_PORT: '6380', REDIS_PASSWORD: 'p@ss/word', REDIS_DB: '2' },
      { redisUrl: 'redis://:p%40ss%2Fword@cache:6380/2' },
    ],
    [
      { DB_HOST: 'db', DB_USER: 'hub', DB_PASSWORD: 'a:b@c', DB_DATABASE: 'way post' },
      { databaseUrl: 'postgresql://hub:a%3Ab%40c@db:5432/way%20post' },
    ],
    [
      { DB_HOST: 'db', DB_PORT: '6432', DB_USERNAME: 'hub', DB_NAME: 'waypost' },
      { databaseUrl: 'postgresql://hub@db:6432/waypost' },
    ],
    [{ DATABASE_URL: 'postgres://a@b/c', DB_HOST: 'db' }, { databaseUrl: 'postgres://a@b/c' }],
    [{ DB_USER: 'somebody' }, { databaseUrl: undefined }],
  ])('%j reads as %j', (env, expected) => {
    expect(readSettings(env)).toMatchObject(expected);
  });

  test('a part that is missing is named', () => {
    expect(complaintsAbout({ DB_HOST: 'db', DB_USER: 'hub' })).toEqual([
      'DB_NAME is missing beside DB_HOST: add it, or give DATABASE_URL instead.',
    ]);
  });
});

describe('private destinations are allowed', () => {
  test.each([
    [{}, true],
    [{ WAYPOST_DEMO: '0' }, false],
    [{ WAYPOST_DEMO: '0', ALLOW_PRIVATE_DESTINATIONS: '1' }, true],
    [{ WAYPOST_DEMO: '1', ALLOW_PRIVATE_DESTINATIONS: '0' }, false],
  ])('with %j: %s', (env, expected) => {
    expect(readSettings(env).allowPrivateDestinations).toBe(expected);
  });
});

describe('a wrong value is one sentence that names the setting', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number from 0 to 65535, not "abc".'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not "70000".'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not "-1".'],
    [{ PORT: '1e3' }, 'PORT must be a whole number from 0 to 65535, not "1e3".'],
    [{ WAYPOST_DEMO: 'maybe' }, 'WAYPOST_DEMO must be 1 (on) or 0 (off), not "maybe".'],
    [{ WAYPOST_DEMO: 'constructor' }, 'WAYPOST_DEMO must be 1 (on) or 0 (off), not "constructor".'],
    [{ DEDUPE_RETENTION_DAYS: '7' }, 'DEDUPE_RETENTION_DAYS must be a whole number from 8 to 365, not "7".'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".',
    ],
    [{ PUBLIC_URL: 'hub' }, 'PUBLIC_URL must be a URL that begins with https:// or http://, not "hub".'],
    [
      { FRONTEND_URL: 'hub' },
      'FRONTEND_URL (an older name of PUBLIC_URL) must be a URL that begins with https:// or http://, not "hub".',
    ],
    [
      { ALLOWED_NETWORKS: '10/8' },
      'ALLOWED_NETWORKS must be a list of networks such as 10.0.0.0/8,192.168.1.7, separated by commas, not "10/8".',
    ],
    [{ META_API_VERSION: '25' }, 'META_API_VERSION must be a version such as v25.0, not "25".'],
    [{ WAYPOST_ADMIN_EMAIL: 'admin' }, 'WAYPOST_ADMIN_EMAIL must be an e-mail address, not "admin".'],
  ])('%j', (env, sentence) => {
    expect(complaintsAbout(env as Record<string, string>)).toEqual([sentence]);
  });

  test('several are a line each', () => {
    expect(complaintsAbout({ PORT: 'x', SIMULATOR: 'y' }).map((line) => line.split(' ')[0])).toEqual([
      'PORT',
      'SIMULATOR',
    ]);
  });

  test.each([
    ['DATABASE_URL', 'mysql://hub:hunter2@db/waypost'],
    ['REDIS_URL', 'hunter2@cache'],
    ['ENCRYPTION_KEY', 'hunter2'],
    ['WAYPOST_ADMIN_PASSWORD', 'hunter2'],
  ])('%s keeps its value to itself', (name, raw) => {
    const [complaint] = complaintsAbout({ [name]: raw });
    expect(complaint).toMatch(new RegExp(`^${name} must be `));
    expect(complaint).not.toContain('hunter2');
  });

  test('and so do the parts of a URL', () => {
    const [complaint] = complaintsAbout({
      DB_HOST: 'db',
      DB_PORT: 'x',
      DB_USER: 'u',
      DB_NAME: 'n',
      DB_PASSWORD: 'hunter2',
    });
    expect(complaint).toMatch(/^What DB_HOST and its companions make for DATABASE_URL must be a URL/);
    expect(complaint).not.toContain('hunter2');
  });
});
