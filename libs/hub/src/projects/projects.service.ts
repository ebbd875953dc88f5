import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit, freeSlug, Plans } from '@waypost/accounts';
import { LessThan, Like, Not, type EntityManager } from 'typeorm';
import type { ProjectId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  Egress,
  EgressRefused,
  newId,
  newSigningSecret,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  Tenancy,
  type TenantContext,
} from '@waypost/platform';
import { checkHeaders } from './custom-headers.ts';
import { Mapping } from './mapping.entity.ts';
import { forgive } from './forgive.ts';
import { ProjectSeals } from './project-seals.ts';
import { checkSlug, isProjectId, suggestedSlug } from './project-slug.ts';
import { type ProjectView, viewsOf } from './project-view.ts';
import { Project, type Split } from './project.entity.ts';

export type { ProjectHealthView, ProjectView } from './project-view.ts';

export interface NewProject {
  name: string;
  /** Made from the name when absent. */
  slug?: string;
  /** http or https. */
  endpoint: string;
  description?: string;
  /** Sent with every delivery. */
  headers?: Record<string, unknown>;
  split?: Split;
}

/** Headers are replaced as a whole. */
export type ProjectChange = Partial<NewProject>;

/** The one time that a signing secret is shown. */
export type ProjectWithSecret = ProjectView & { secret: string };

const HOUR_MS = 3_600_000;

/** A tenant's projects; `reference` is an id or a slug. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly seals: ProjectSeals,
    private readonly egress: Egress,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly plans: Plans,
  ) {}

  /** Throws `destination_refused`, `invalid_input` (headers, slug), `already_exists` (slug) or `limit_reached`. */
  async create(ctx: ActingContext, input: NewProject): Promise<ProjectWithSecret> {
    const { tenantId } = ctx;
    const { name, endpoint, description = '', split = 'batch' } = input;
    this.checkEndpoint(endpoint);
    const headers = checkHeaders(input.headers ?? {});
    const id = newId<'project'>();
    const secret = newSigningSecret();
    const headersSealed = await this.seals.headers({ tenantId, id }, headers);
    const secretSealed = await this.seals.secret({ tenantId, id }, secret);
    const now = this.clock.now();
    const view = await this.tenancy.run(ctx, async (rows) => {
      await this.plans.check(rows, tenantId, 'projects');
      await rows.insert(Project, {
        tenantId,
        id,
        slug: await this.chooseSlug(rows, ctx, input),
        name,
        description,
        endpoint,
        headersSealed,
        headerNames: Object.keys(headers),
        split,
        status: 'enabled',
        secretSealed,
        createdAt: now,
        updatedAt: now,
      });
      const after = { name, description, endpoint, split, headerNames: Object.keys(headers) };
      await this.audit.record(rows, ctx, { action: 'project.created', target: { type: 'project', id, name }, after });
      return this.view(rows, ctx, id);
    });
    return { ...view, secret };
  }

  /** Newest first. */
  list(ctx: TenantContext, { limit, after }: PageRequest): Promise<PagePart<ProjectView>> {
    return this.tenancy.run(ctx, async (rows) => {
      const found = await rows.find(Project, {
        where: { tenantId: ctx.tenantId, status: Not('deleted'), ...(after && { id: LessThan(after) }) },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      const page = pageOf(found, limit, (row) => row.id);
      return { ...page, data: await viewsOf(rows, ctx, page.data, this.clock.now()) };
    });
  }

  get(ctx: TenantContext, reference: string): Promise<ProjectView> {
    return this.tenancy.run(ctx, (rows) => this.view(rows, ctx, reference));
  }

  /** Throws like `create`. */
  async patch(ctx: ActingContext, reference: string, change: ProjectChange): Promise<ProjectView> {
    const { headers, slug, ...plain } = change;
    if (plain.endpoint !== undefined) this.checkEndpoint(plain.endpoint);
    const present = await this.find(ctx, reference);
    const { id } = present;
    const sealed = headers && {
      headersSealed: await this.seals.headers({ tenantId: ctx.tenantId, id }, checkHeaders(headers)),
      headerNames: Object.keys(headers),
    };
    const set = { ...plain, ...(slug !== undefined && { slug }), ...sealed, updatedAt: this.clock.now() };
    return this.tenancy.run(ctx, async (rows) => {
      if (slug !== undefined) await this.chooseSlug(rows, ctx, { slug, except: id });
      await rows.update(Project, { tenantId: ctx.tenantId, id }, set);
      await this.audit.record(rows, ctx, {
        action: 'project.updated',
        target: targetOf(present),
        before: describe(present),
        after: { ...describe({ ...present, ...plain, ...sealed }), ...(slug && { slug }), ...(headers && { headers }) },
      });
      return this.view(rows, ctx, id);
    });
  }

  /** Its mappings go with it, and what was on its way to it goes out no more. Its deliveries can still be seen. */
  delete(ctx: ActingContext, reference: string): Promise<void> {
    return this.tenancy.run(ctx, async (rows) => {
      const project = await findProject(rows, ctx, reference);
      const { tenantId, id } = project;
      // First the project: whoever maps a number to it at this moment holds its row.
      await rows.update(
        Project,
        { tenantId, id },
        {
          status: 'deleted',
          headersSealed: null,
          headerNames: [],
          previousSecretSealed: null,
          previousSecretExpiresAt: null,
          updatedAt: this.clock.now(),
        },
      );
      await rows.delete(Mapping, { tenantId, projectId: id });
      await this.audit.record(rows, ctx, { action: 'project.deleted', target: targetOf(project) });
    });
  }

  /** For `overlapHours` (24 by default) deliveries are signed with both secrets, so that receivers can change over. */
  async rotateSecret(
    ctx: ActingContext,
    reference: string,
    { overlapHours = 24 }: { overlapHours?: number } = {},
  ): Promise<ProjectWithSecret> {
    const secret = newSigningSecret();
    const project = await this.find(ctx, reference);
    let view = await this.replaceSecret(ctx, project, { secret, overlapHours });
    if (!view) {
      // Sealed anew meanwhile, as when data keys are renewed, or another one.
      const present = await this.find(ctx, project.id);
      if (await this.seals.isSameSecret(project, project.secretSealed, present.secretSealed))
        view = await this.replaceSecret(ctx, present, { secret, overlapHours });
    }
    if (view) return { ...view, secret };
    throw new AppError('wrong_state', 'The secret was rotated by somebody else at the same moment.');
  }

  /** Undefined when the secret is no longer the one that the project was read with. */
  private async replaceSecret(
    ctx: ActingContext,
    project: Project,
    { secret, overlapHours }: { secret: string; overlapHours: number },
  ): Promise<ProjectView | undefined> {
    const { tenantId, id, secretSealed: replaced } = project;
    const secretSealed = await this.seals.secret({ tenantId, id }, secret);
    const overlap = overlapHours > 0;
    const previousSecretSealed = overlap ? await this.seals.previousSecret({ tenantId, id }, replaced) : null;
    const now = this.clock.now();
    const previousSecretExpiresAt = overlap ? new Date(now.getTime() + overlapHours * HOUR_MS) : null;
    return this.tenancy.run(ctx, async (rows) => {
      const { affected } = await rows.update(
        Project,
        { tenantId, id, secretSealed: replaced },
        { secretSealed, previousSecretSealed, previousSecretExpiresAt, updatedAt: now },
      );
      if (!affected) return undefined;
      const after = { overlapHours };
      await this.audit.record(rows, ctx, { action: 'project-secret.rotated', target: targetOf(project), after });
      return this.view(rows, ctx, id);
    });
  }

  /** From now on it gets deliveries, and what was learned of its failures is forgotten. */
  async enable(ctx: ActingContext, reference: string): Promise<ProjectView> {
    const { tenantId, id } = await this.find(ctx, reference);
    const now = this.clock.now();
    // Forgotten first: a project that is back and still counts as failing for days would be disabled again at once.
    await this.tenancy.system((rows) => forgive(rows, { tenantId, projectId: id, now }));
    return this.switch(ctx, id, 'disabled', { status: 'enabled', disabledReason: null, disabledAt: null });
  }

  /** It gets nothing until it is enabled again. A project that was disabled by itself keeps that reason. */
  async disable(ctx: ActingContext, reference: string): Promise<ProjectView> {
    const { id } = await this.find(ctx, reference);
    const off = { status: 'disabled', disabledReason: 'manual', disabledAt: this.clock.now() } as const;
    return this.switch(ctx, id, 'enabled', off);
  }

  private switch(
    ctx: ActingContext,
    id: ProjectId,
    from: Project['status'],
    to: Partial<Project>,
  ): Promise<ProjectView> {
    const { tenantId } = ctx;
    return this.tenancy.run(ctx, async (rows) => {
      await rows.update(Project, { tenantId, id, status: from }, { ...to, updatedAt: this.clock.now() });
      const view = await this.view(rows, ctx, id);
      await this.audit.record(rows, ctx, {
        action: from === 'enabled' ? 'project.disabled' : 'project.enabled',
        target: targetOf(view),
      });
      return view;
    });
  }

  private find(ctx: TenantContext, reference: string): Promise<Project> {
    return this.tenancy.run(ctx, (rows) => findProject(rows, ctx, reference));
  }

  private async view(rows: EntityManager, ctx: TenantContext, reference: string): Promise<ProjectView> {
    const project = await findProject(rows, ctx, reference);
    const [view] = await viewsOf(rows, ctx, [project], this.clock.now());
    if (!view) throw notFound('project');
    return view;
  }

  private checkEndpoint(endpoint: string): void {
    try {
      this.egress.check(endpoint);
    } catch (error) {
      if (!(error instanceof EgressRefused)) throw error;
      throw new AppError('destination_refused', {
        detail: error.message,
        errors: [{ field: 'endpoint', message: error.message }],
      });
    }
  }

  private async chooseSlug(
    rows: EntityManager,
    { tenantId }: TenantContext,
    { name = '', slug, except }: { name?: string; slug?: string; except?: ProjectId },
  ): Promise<string> {
    const wanted = slug === undefined ? suggestedSlug(name) : checkSlug(slug);
    // Two who choose at the same time do it one after the other.
    await rows.query(`SELECT pg_advisory_xact_lock(hashtextextended('project.slug ' || $1, 0))`, [tenantId]);
    const similar = await rows.find(Project, {
      select: { id: true, slug: true },
      where: { tenantId, status: Not('deleted'), slug: Like(`${wanted.slice(0, 30)}%`) },
    });
    const taken = new Set(similar.filter((project) => project.id !== except).map((project) => project.slug));
    if (slug === undefined) return freeSlug(wanted, taken);
    if (!taken.has(slug)) return slug;
    throw new AppError('already_exists', `The slug "${slug}" is taken. Choose another one.`);
  }
}

function targetOf({ id, name }: Pick<Project, 'id' | 'name'>) {
  return { type: 'project', id, name };
}

/** What the audit keeps of a project: no header's value and no secret. */
function describe({ name, slug, description, endpoint, split, headerNames }: Project) {
  return { name, slug, description, endpoint, split, headerNames };
}

/** The tenant's project with this id or slug, or `not_found`. */
export async function findProject(
  rows: EntityManager,
  { tenantId }: TenantContext,
  reference: string,
  options: { keep?: boolean } = {},
): Promise<Project> {
  const project = await rows.findOne(Project, {
    where: {
      tenantId,
      ...(isProjectId(reference) ? { id: reference } : { slug: reference }),
      status: Not('deleted'),
    },
    // Kept, it cannot be deleted before the unit of work has ended.
    ...(options.keep && { lock: { mode: 'pessimistic_read' as const } }),
  });
  if (!project) throw notFound('project');
  return project;
}
