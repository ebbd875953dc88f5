import { Injectable } from '@nestjs/common';
import type { ProjectId } from '@waypost/contracts';
import { Clock, instantOf, Tenancy, type TenantContext } from '@waypost/platform';
import { type Attention, attentionOf } from './attention.ts';
import {
  appsOf,
  firstEventOf,
  projectsOf,
  type ProjectRow,
  type Setup,
  setupOf,
  waitingOf,
} from './observed-rows.ts';
import {
  deliveriesBySlot,
  latencies,
  type Latency,
  receivedBySlot,
  samplesOf,
  type SlotOfProject,
  sumsOf,
} from './overview-rows.ts';
import { SharedAnswers } from './shared-answers.ts';
import { partOf, percentile, type Sample, startsOf, type Window, windowBefore, windowOf } from './windows.ts';

export interface Figures {
  received: number;
  delivered: number;
  failed: number;
  /** Not out yet, whenever it came; of the window before: what came in it and is not out yet. */
  waiting: number;
  p50Ms: number | null;
  p95Ms: number | null;
}

export interface ProjectOverview extends Pick<
  ProjectRow,
  'id' | 'slug' | 'name' | 'status' | 'breaker' | 'openUntil'
> {
  waiting: number;
  failed: number;
  delivered: number;
  ticks: { at: Date; delivered: number; troubled: number }[];
}

export interface Overview {
  firstWebhookAt: Date | null;
  setup: Setup;
  attention: Attention[];
  figures: Figures & { previous: Figures };
  hours: { at: Date; received: number; delivered: number; troubled: number }[];
  projects: ProjectOverview[];
}

const TICKS = 24;
const KEEP_MS = 2_000;
/** What is past changes little. */
const KEEP_BEFORE_MS = 30_000;

/** How a tenant stands, and what needs a person. */
@Injectable()
export class OverviewService {
  private readonly answers = new SharedAnswers<Overview>(KEEP_MS);
  private readonly before = new SharedAnswers<Figures>(KEEP_BEFORE_MS);

  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
  ) {}

  /** The last so many hours beside as many before them; up to two seconds old, and shared by all who ask. */
  get(ctx: TenantContext, hours: number): Promise<Overview> {
    return this.answers.get(`${ctx.tenantId} ${hours}`, () => this.read({ tenantId: ctx.tenantId }, hours));
  }

  private async read(ctx: TenantContext, hours: number): Promise<Overview> {
    const { tenantId } = ctx;
    const now = this.clock.now();
    // What came in this very millisecond is part of it.
    const window = windowOf(hours, now.getTime() + 1);
    const known = await this.tenancy.run(ctx, async (rows) => ({
      projects: await projectsOf(rows, tenantId, now),
      apps: await appsOf(rows, tenantId),
      setup: await setupOf(rows, tenantId),
      firstEvent: await firstEventOf(rows, tenantId),
    }));
    const ids = known.projects.map(({ id }) => id);
    // Beside each other, because each is a long walk over many rows.
    const [slots, [received, found], previous, waiting] = await Promise.all([
      this.tenancy.run(ctx, (rows) => deliveriesBySlot(rows, tenantId, window)),
      this.tenancy.run(ctx, async (rows): Promise<[number[], Latency[]]> => [
        await receivedBySlot(rows, tenantId, window),
        await latencies(rows, tenantId, window),
      ]),
      this.before.get(`${tenantId} ${hours}`, () => this.readBefore(ctx, window, ids)),
      this.tenancy.system((rows) => waitingOf(rows, ids)),
    ]);
    const counts = window.bounds.map(() => 0);
    for (const { slot, delivered } of slots) counts[slot - 1] = (counts[slot - 1] ?? 0) + delivered;
    const slotsOf = byProject(slots);
    const projects = known.projects.map((project) =>
      projectOverview(project, window, slotsOf.get(project.id) ?? [], waiting.get(project.id) ?? 0),
    );
    const figures = {
      received: total(received),
      delivered: sum(slots, 'delivered'),
      failed: sum(slots, 'failed'),
      waiting: total([...waiting.values()]),
      ...timesOf(samplesOf(found, window, counts)),
      previous,
    };
    const observed = known.projects.map((project, at) => ({
      ...project,
      failed: projects[at]?.failed ?? 0,
      failedSince: firstFailure(window, slotsOf.get(project.id) ?? []),
      waiting: waiting.get(project.id) ?? 0,
    }));
    return {
      firstWebhookAt: known.firstEvent ? instantOf(known.firstEvent) : null,
      setup: { ...known.setup, webhook: known.firstEvent !== null },
      attention: attentionOf({ projects: observed, apps: known.apps, since: new Date(window.since), now }),
      figures,
      hours: hoursOf({ window, hours, slots, received }),
      projects,
    };
  }

  private readBefore(ctx: TenantContext, window: Window, projects: ProjectId[]): Promise<Figures> {
    const { tenantId } = ctx;
    const before = windowBefore(window);
    return this.tenancy.run(ctx, async (rows) => {
      const { perSlot, ...sums } = await sumsOf(rows, tenantId, before, projects);
      const received = total(await receivedBySlot(rows, tenantId, before));
      const samples = samplesOf(await latencies(rows, tenantId, before), before, perSlot);
      return { received, ...sums, ...timesOf(samples) };
    });
  }
}

type Count = 'delivered' | 'failed' | 'retrying';
const total = (counts: number[]) => counts.reduce((all, count) => all + count, 0);
const sum = (slots: SlotOfProject[], count: Count) => total(slots.map((slot) => slot[count]));

function timesOf(samples: Sample[]): Pick<Figures, 'p50Ms' | 'p95Ms'> {
  return { p50Ms: percentile(samples, 0.5), p95Ms: percentile(samples, 0.95) };
}

/** Deliveries of each of so many equal parts of the window: what went well, and what failed at least once and is not delivered. */
function partsOf(window: Window, parts: number, slots: SlotOfProject[]) {
  const found = startsOf(window, parts).map((at) => ({ at, delivered: 0, troubled: 0 }));
  for (const { slot, delivered, failed, retrying } of slots) {
    const part = found[partOf(window, slot, parts)];
    if (!part) continue;
    part.delivered += delivered;
    part.troubled += failed + retrying;
  }
  return found;
}

function hoursOf(input: { window: Window; hours: number; slots: SlotOfProject[]; received: number[] }) {
  const { window, hours, slots, received } = input;
  const parts = partsOf(window, hours, slots).map((part) => ({ ...part, received: 0 }));
  received.forEach((count, at) => {
    const part = parts[partOf(window, at + 1, hours)];
    if (part) part.received += count;
  });
  return parts;
}

function projectOverview(
  project: ProjectRow,
  window: Window,
  own: SlotOfProject[],
  waiting: number,
): ProjectOverview {
  const { id, slug, name, status, breaker, openUntil } = project;
  return {
    id,
    slug,
    name,
    status,
    breaker,
    openUntil,
    waiting,
    failed: sum(own, 'failed'),
    delivered: sum(own, 'delivered'),
    ticks: partsOf(window, TICKS, own),
  };
}

function byProject(slots: SlotOfProject[]): Map<ProjectId, SlotOfProject[]> {
  const found = new Map<ProjectId, SlotOfProject[]>();
  for (const slot of slots) {
    const own = found.get(slot.projectId);
    if (own) own.push(slot);
    else found.set(slot.projectId, [slot]);
  }
  return found;
}

function firstFailure(window: Window, own: SlotOfProject[]): Date | null {
  const failed = own.filter((slot) => slot.failed > 0).map(({ slot }) => slot);
  const at = failed.length > 0 ? window.bounds[Math.min(...failed) - 1] : undefined;
  return at === undefined ? null : new Date(at);
}
