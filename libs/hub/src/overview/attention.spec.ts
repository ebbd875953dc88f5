import { attentionOf, type ObservedApp, type ObservedProject } from './attention.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const since = ago(24 * 60);

const project = (change: Partial<ObservedProject> = {}): ObservedProject => ({
  id: 'p',
  name: 'Orders',
  status: 'enabled',
  disabledReason: null,
  disabledAt: null,
  breaker: 'closed',
  openUntil: null,
  consecutiveFailures: 0,
  failingSince: null,
  failed: 0,
  failedSince: null,
  waiting: 0,
  ...change,
});
const app = (change: Partial<ObservedApp> = {}): ObservedApp => ({
  id: '1029',
  name: 'Acme',
  active: true,
  hasAppSecret: true,
  createdAt: ago(9_999),
  verifiedAt: ago(9_000),
  lastWebhookAt: ago(1),
  lastRefusedAt: null,
  refusal: null,
  wrongSignature: false,
  ...change,
});
const look = (projects: ObservedProject[], apps: ObservedApp[] = []) =>
  attentionOf({ projects, apps, since, now }).map(({ kind, severity, count }) => [kind, severity, count]);
const refused = { wrongSignature: true, lastRefusedAt: ago(5), refusal: 'Its signature …' };

describe('what needs a person', () => {
  it('is nothing while all is well', () => {
    expect(
      look(
        [project(), project({ failingSince: ago(0.5), consecutiveFailures: 2 })],
        [app(), app({ active: false, ...refused })],
      ),
    ).toEqual([]);
  });

  it.each([
    [{ status: 'disabled', disabledReason: 'gone', breaker: 'open' }, [['project_disabled', 'bad', null]]],
    [{ status: 'disabled', disabledReason: 'manual' }, [['project_disabled', 'warn', null]]],
    [
      { breaker: 'open', waiting: 412, failingSince: ago(40), consecutiveFailures: 10 },
      [['circuit_open', 'bad', 412]],
    ],
    [{ breaker: 'half_open', waiting: 3 }, [['circuit_open', 'bad', 3]]],
    [{ failingSince: ago(0.1), consecutiveFailures: 3 }, [['project_failing', 'warn', 3]]],
    [{ failingSince: ago(2) }, [['project_failing', 'warn', null]]],
    [{ failed: 7 }, [['deliveries_failed', 'bad', 7]]],
  ] as const)('of the project %j is %j', (change, expected) => {
    expect(look([project(change)])).toEqual(expected);
  });

  it.each([
    [{ hasAppSecret: false, ...refused }, [['app_without_secret', 'bad', null]]],
    [{ ...refused, lastWebhookAt: null }, [['app_refused', 'bad', null]]],
    [refused, [['app_refused', 'warn', null]]],
    [{ ...refused, lastRefusedAt: ago(25 * 60) }, []],
    [{ verifiedAt: null, lastWebhookAt: null }, [['app_not_verified', 'warn', null]]],
    [{ verifiedAt: null }, []],
  ] as const)('of the app %j is %j', (change, expected) => {
    expect(look([], [app(change)])).toEqual(expected);
  });

  it('comes by harm, then the longest first, and at most twenty', () => {
    const projects = [
      project({ breaker: 'open', failingSince: ago(1), waiting: 1 }),
      project({ breaker: 'open', failingSince: ago(9), waiting: 2 }),
      project({ failingSince: ago(99) }),
    ];
    expect(
      look(projects, [app({ hasAppSecret: false }), app({ verifiedAt: null, lastWebhookAt: null })]),
    ).toEqual([
      ['app_without_secret', 'bad', null],
      ['circuit_open', 'bad', 2],
      ['circuit_open', 'bad', 1],
      ['project_failing', 'warn', null],
      ['app_not_verified', 'warn', null],
    ]);
    expect(look(Array.from({ length: 30 }, () => project({ failed: 1 })))).toHaveLength(20);
  });
});
