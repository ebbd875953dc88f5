import { Injectable } from '@nestjs/common';
import { type ActingContext, Audit } from '@waypost/accounts';
import { LessThan, type EntityManager } from 'typeorm';
import type { ProjectId } from '@waypost/contracts';
import {
  AppError,
  Clock,
  newId,
  notFound,
  pageOf,
  type PagePart,
  type PageRequest,
  Tenancy,
  type TenantContext,
} from '@waypost/platform';
import { findNumber, violationOf } from '@waypost/waba';
import { Mapping, type MappingId } from './mapping.entity.ts';
import { isProjectId } from './project-slug.ts';
import { type ProjectView, viewsOf } from './project-view.ts';
import { findProject } from './projects.service.ts';
import { checkFields, defaultFields } from './webhook-fields.ts';

export interface NewMapping {
  /** Meta's id of a number. */
  phoneNumberId: string;
  /** Id or slug. */
  projectId: string;
  /** 0 to 1000, 0 by default; projects with a higher one get their copy earlier. */
  priority?: number;
  /** Fields of Meta's webhooks, `["messages"]` by default; `*` is every one. */
  fields?: string[];
}

export type MappingChange = Partial<Pick<NewMapping, 'priority' | 'fields'>>;

export interface MappingView {
  id: MappingId;
  phoneNumberId: string;
  projectId: ProjectId;
  projectSlug: string;
  priority: number;
  fields: string[];
  createdAt: Date;
  updatedAt: Date;
}

/** A project that a number's webhooks go to, with what the mapping says. */
export type MappedProject = ProjectView & { mappingId: MappingId; priority: number; fields: string[] };

/** Which numbers' webhooks go to which projects. */
@Injectable()
export class MappingsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** How many projects each of these numbers, by Meta's ids, is mapped to; those with none are left out. */
  async countPerNumber({ tenantId }: TenantContext, phoneNumberIds: string[]): Promise<Map<string, number>> {
    if (phoneNumberIds.length === 0) return new Map();
    const found: { id: string; count: number }[] = await this.tenancy.run({ tenantId }, (rows) =>
      rows.query(
        `SELECT n.phone_number_id AS id, count(*)::int AS count FROM phone_number n
         JOIN mapping m ON m.tenant_id = n.tenant_id AND m.phone_number_id = n.id
         WHERE n.tenant_id = $1 AND n.phone_number_id = ANY($2) GROUP BY 1`,
        [tenantId, phoneNumberIds],
      ),
    );
    return new Map(found.map(({ id, count }) => [id, count]));
  }

  /** Throws `not_found` (number, project), `invalid_input` (fields) or `already_exists`. */
  async create(ctx: ActingContext, input: NewMapping): Promise<MappingView> {
    const { priority = 0 } = input;
    const fields = checkFields(input.fields ?? defaultFields);
    const id = newId<'mapping'>();
    const now = this.clock.now();
    try {
      return await this.tenancy.run(ctx, async (rows) => {
        const { tenantId } = ctx;
        const number = await findNumber(rows, ctx, input.phoneNumberId);
        const project = await findProject(rows, ctx, input.projectId, { keep: true });
        await rows.insert(Mapping, {
          tenantId,
          id,
          numberId: number.id,
          projectId: project.id,
          priority,
          fields,
          createdAt: now,
          updatedAt: now,
        });
        const after = { phoneNumberId: number.phoneNumberId, project: project.slug, priority, fields };
        await this.audit.record(rows, ctx, { action: 'mapping.created', target: { type: 'mapping', id }, after });
        return viewOf(await find(rows, ctx, id));
      });
    } catch (error) {
      const broken = violationOf(error);
      if (broken === 'foreign_key') throw notFound('phone number');
      if (broken !== 'unique') throw error;
      throw new AppError(
        'already_exists',
        'This number is mapped to this project already. Change that mapping instead.',
      );
    }
  }

  /** Newest first. `phoneNumberId` is Meta's, `projectId` an id or a slug; what does not exist has no mappings. */
  list(
    ctx: TenantContext,
    { limit, after, phoneNumberId, projectId }: PageRequest & { phoneNumberId?: string; projectId?: string },
  ): Promise<PagePart<MappingView>> {
    return this.tenancy.run(ctx, async (rows) => {
      const found = await rows.find(Mapping, {
        where: {
          tenantId: ctx.tenantId,
          ...(phoneNumberId !== undefined && { number: { phoneNumberId } }),
          ...(projectId !== undefined && {
            project: isProjectId(projectId) ? { id: projectId } : { slug: projectId },
          }),
          ...(after && { id: LessThan(after) }),
        },
        relations: { number: true, project: true },
        order: { id: 'DESC' },
        take: limit + 1,
      });
      const page = pageOf(found, limit, (row) => row.id);
      return { ...page, data: page.data.map(viewOf) };
    });
  }

  get(ctx: TenantContext, id: MappingId): Promise<MappingView> {
    return this.tenancy.run(ctx, async (rows) => viewOf(await find(rows, ctx, id)));
  }

  patch(ctx: ActingContext, id: MappingId, { priority, fields }: MappingChange): Promise<MappingView> {
    const set = {
      ...(priority !== undefined && { priority }),
      ...(fields !== undefined && { fields: checkFields(fields) }),
      updatedAt: this.clock.now(),
    };
    return this.tenancy.run(ctx, async (rows) => {
      const before = describe(await find(rows, ctx, id));
      await rows.update(Mapping, { tenantId: ctx.tenantId, id }, set);
      const changed = await find(rows, ctx, id);
      const target = { type: 'mapping', id };
      await this.audit.record(rows, ctx, { action: 'mapping.updated', target, before, after: describe(changed) });
      return viewOf(changed);
    });
  }

  delete(ctx: ActingContext, id: MappingId): Promise<void> {
    return this.tenancy.run(ctx, async (rows) => {
      const before = describe(await find(rows, ctx, id));
      await rows.delete(Mapping, { tenantId: ctx.tenantId, id });
      await this.audit.record(rows, ctx, { action: 'mapping.deleted', target: { type: 'mapping', id }, before });
    });
  }

  /** The projects of a number in the order in which they get their copies. */
  projectsOf(ctx: TenantContext, phoneNumberId: string): Promise<MappedProject[]> {
    return this.tenancy.run(ctx, async (rows) => {
      const number = await findNumber(rows, ctx, phoneNumberId);
      const mappings = await rows.find(Mapping, {
        where: { tenantId: ctx.tenantId, numberId: number.id },
        relations: { project: true },
        order: { priority: 'DESC', projectId: 'ASC' },
      });
      const projects = mappings.map((mapping) => mapping.project);
      const views = new Map(
        (await viewsOf(rows, ctx, projects, this.clock.now())).map((view) => [view.id, view]),
      );
      return mappings.flatMap(({ id, projectId, priority, fields }) => {
        const view = views.get(projectId);
        return view ? [{ ...view, mappingId: id, priority, fields }] : [];
      });
    });
  }
}

async function find(rows: EntityManager, { tenantId }: TenantContext, id: MappingId): Promise<Mapping> {
  const mapping = await rows.findOne(Mapping, {
    where: { tenantId, id },
    relations: { number: true, project: true },
  });
  if (!mapping) throw notFound('mapping');
  return mapping;
}

function describe({ number, project, priority, fields }: Mapping) {
  return { phoneNumberId: number.phoneNumberId, project: project.slug, priority, fields };
}

function viewOf({ id, number, project, priority, fields, createdAt, updatedAt }: Mapping): MappingView {
  return {
    id,
    phoneNumberId: number.phoneNumberId,
    projectId: project.id,
    projectSlug: project.slug,
    priority,
    fields,
    createdAt,
    updatedAt,
  };
}
