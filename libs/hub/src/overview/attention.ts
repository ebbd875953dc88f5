import type { ProjectId } from '@waypost/contracts';

export const attentionKinds = [
  'app_refused',
  'app_without_secret',
  'project_disabled',
  'circuit_open',
  'deliveries_failed',
  'project_failing',
  'app_not_verified',
] as const;
/** What needs a person, the most harmful first: what is not taken in is lost, what waits is not. */
export type AttentionKind = (typeof attentionKinds)[number];

export interface Attention {
  kind: AttentionKind;
  severity: 'bad' | 'warn';
  subject: { type: 'project' | 'app' | 'number'; id: string; name: string };
  since: Date | null;
  count: number | null;
  until: Date | null;
  detail: string | null;
}

export interface ObservedProject {
  id: ProjectId;
  name: string;
  status: 'enabled' | 'disabled';
  disabledReason: string | null;
  disabledAt: Date | null;
  breaker: 'closed' | 'open' | 'half_open';
  openUntil: Date | null;
  consecutiveFailures: number;
  failingSince: Date | null;
  /** Within the range. */
  failed: number;
  failedSince: Date | null;
  /** Not delivered yet, whenever it came. */
  waiting: number;
}

export interface ObservedApp {
  /** Meta's app id. */
  id: string;
  name: string;
  active: boolean;
  hasAppSecret: boolean;
  createdAt: Date;
  verifiedAt: Date | null;
  lastWebhookAt: Date | null;
  lastRefusedAt: Date | null;
  /** In words. */
  refusal: string | null;
  wrongSignature: boolean;
}

/** One failure is no news; so many in a row are, or any that has lasted so long. */
const FAILURES_IN_A_ROW = 3;
const FAILING_MS = 60_000;
const MOST = 20;

interface Observed {
  projects: ObservedProject[];
  apps: ObservedApp[];
  /** Beginning of the range. */
  since: Date;
  now: Date;
}

/** What needs a person, by harm and then by time; a cause that is gone is not in it. */
export function attentionOf({ projects, apps, since, now }: Observed): Attention[] {
  const all = [
    ...projects.flatMap((project) => ofProject(project, now)),
    ...apps.flatMap((app) => ofApp(app, since)),
  ];
  const harm = ({ kind, severity }: Attention) =>
    (severity === 'bad' ? 0 : 100) + attentionKinds.indexOf(kind);
  const time = (entry: Attention) => entry.since?.getTime() ?? Infinity;
  return all.sort((a, b) => harm(a) - harm(b) || compare(time(a), time(b))).slice(0, MOST);
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

function ofProject(project: ObservedProject, now: Date): Attention[] {
  const { id, name, failingSince, consecutiveFailures } = project;
  const blank = { subject: { type: 'project' as const, id, name }, count: null, until: null, detail: null };
  const found: Attention[] = [];
  if (project.status === 'disabled') {
    // Somebody's own decision is worth a line and no alarm.
    const severity = project.disabledReason === 'manual' ? 'warn' : 'bad';
    found.push({
      ...blank,
      kind: 'project_disabled',
      severity,
      since: project.disabledAt,
      detail: project.disabledReason,
    });
  } else if (project.breaker !== 'closed') {
    const { openUntil: until, waiting: count } = project;
    found.push({ ...blank, kind: 'circuit_open', severity: 'bad', since: failingSince, count, until });
  } else if (
    failingSince &&
    (consecutiveFailures >= FAILURES_IN_A_ROW || now.getTime() - failingSince.getTime() >= FAILING_MS)
  ) {
    const count = consecutiveFailures || null;
    found.push({ ...blank, kind: 'project_failing', severity: 'warn', since: failingSince, count });
  }
  if (project.failed > 0) {
    const { failedSince, failed: count } = project;
    found.push({ ...blank, kind: 'deliveries_failed', severity: 'bad', since: failedSince, count });
  }
  return found;
}

function ofApp(app: ObservedApp, since: Date): Attention[] {
  // What is switched off is meant to be refused.
  if (!app.active) return [];
  const subject = { type: 'app' as const, id: app.id, name: app.name };
  const blank = { subject, count: null, until: null, detail: null };
  if (!app.hasAppSecret) {
    return [
      { ...blank, kind: 'app_without_secret', severity: 'bad', since: app.lastRefusedAt ?? app.createdAt },
    ];
  }
  const found: Attention[] = [];
  const { lastRefusedAt, lastWebhookAt, wrongSignature, refusal: detail } = app;
  if (wrongSignature && lastRefusedAt && lastRefusedAt >= since) {
    // Where others come through, it may be a stranger who tries.
    const severity = lastWebhookAt && lastWebhookAt >= since ? 'warn' : 'bad';
    found.push({ ...blank, kind: 'app_refused', severity, since: lastRefusedAt, detail });
  }
  if (!app.verifiedAt && !lastWebhookAt) {
    found.push({ ...blank, kind: 'app_not_verified', severity: 'warn', since: app.createdAt });
  }
  return found;
}
