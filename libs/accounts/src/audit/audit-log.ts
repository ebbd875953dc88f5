import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TenantId } from '@waypost/contracts';
import { pageOf, type PagePart, type PageRequest, Tenancy, type TenantContext } from '@waypost/platform';

export interface AuditFilter {
  /** `project.created`, or `project` for all that was done with projects. */
  action?: string;
  /** Id or e-mail of a person (also as impersonator), id of an API key, or name of a step of Waypost. */
  actor?: string;
  targetType?: string;
  targetId?: string;
  /** At or after; ISO 8601. */
  since?: string;
  /** Before; ISO 8601. */
  until?: string;
}

/** Somebody as they are called now; null when the person was erased. */
export interface AuditedPerson {
  id: string;
  name: string | null;
  email: string | null;
}

export interface AuditActor extends AuditedPerson {
  /** `stranger` is somebody who was not signed in. */
  kind: 'person' | 'key' | 'system' | 'stranger';
  impersonator: AuditedPerson | null;
}

export interface AuditEntry {
  id: string;
  /** Its place in the chain, from 1. */
  sequence: number;
  at: string;
  action: string;
  actor: AuditActor;
  target: { type: string; id: string; name: string | null };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  address: string | null;
  userAgent: string | null;
  requestId: string | null;
  /** In hex. */
  hash: string;
}

type People = Record<string, { email: string; name: string }>;

interface Content {
  id: string;
  at: string;
  action: string;
  actor: { kind: AuditActor['kind']; id?: string; name?: string; impersonator?: string };
  target: { type: string; id: string; name?: string };
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  address?: string;
  userAgent?: string;
  requestId?: string;
}

/** What was done in a tenant, or on the platform: looked at. */
@Injectable()
export class AuditLog {
  constructor(private readonly tenancy: Tenancy) {}

  /** Newest first; the page's key is the sequence. */
  list(
    ctx: TenantContext,
    filter: AuditFilter,
    { limit, after }: PageRequest,
  ): Promise<PagePart<AuditEntry>> {
    const { tenantId } = ctx;
    return this.tenancy.run({ tenantId }, async (rows) => {
      const actor = await idOfActor(rows, filter.actor);
      const { where, values } = conditions(tenantId, { ...filter, actor });
      values.push(after ?? null, limit + 1);
      const found: { sequence: string; hash: Buffer; content: string }[] = await rows.query(
        `SELECT sequence, hash, content FROM audit_entry WHERE ${where}
         AND ($${values.length - 1}::bigint IS NULL OR sequence < $${values.length - 1}) ORDER BY sequence DESC LIMIT $${values.length}`,
        values,
      );
      const page = pageOf(found, limit, (row) => row.sequence);
      const contents = page.data.map((row) => ({ ...row, content: JSON.parse(row.content) as Content }));
      const people = await peopleIn(
        rows,
        contents.map(({ content }) => content),
      );
      return { ...page, data: contents.map((row) => entryOf(row, people)) };
    });
  }
}

/** Conditions with `$1…`; each names a column of an index, or the time. */
function conditions(tenantId: TenantId, filter: AuditFilter): { where: string; values: unknown[] } {
  const values: unknown[] = [tenantId];
  const parts = ['tenant_id = $1'];
  const add = (value: unknown, sql: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(sql(`$${values.length}`));
  };
  if (filter.action?.includes('.')) add(filter.action, (place) => `action = ${place}`);
  // The next character behind the full stop: all actions of one thing lie between.
  else add(filter.action, (place) => `action >= ${place} || '.' AND action < ${place} || '/'`);
  add(filter.actor, (place) => `(actor_id = ${place} OR impersonator_id = ${place})`);
  add(filter.targetType, (place) => `target_type = ${place}`);
  add(filter.targetId, (place) => `target_id = ${place}`);
  // As text: instants of this one form are ordered like their characters.
  add(filter.since && new Date(filter.since).toISOString(), (place) => `at >= ${place}`);
  add(filter.until && new Date(filter.until).toISOString(), (place) => `at < ${place}`);
  return { where: parts.join(' AND '), values };
}

/** An e-mail stands for the person who has it now; one that nobody has finds nothing. */
async function idOfActor(rows: EntityManager, actor: string | undefined): Promise<string | undefined> {
  if (!actor?.includes('@')) return actor;
  const [row]: { id: string | null }[] = await rows.query('SELECT audit_person($1) AS id', [actor.trim()]);
  return row?.id ?? actor;
}

async function peopleIn(rows: EntityManager, contents: Content[]): Promise<People> {
  const ids = contents.flatMap(({ actor }) => [
    actor.kind === 'person' ? actor.id : undefined,
    actor.impersonator,
  ]);
  const wanted = [...new Set(ids.filter((id) => id !== undefined))];
  if (wanted.length === 0) return {};
  const [row]: { people: People }[] = await rows.query('SELECT audit_people($1) AS people', [wanted]);
  return row?.people ?? {};
}

function entryOf(
  { sequence, hash, content }: { sequence: string; hash: Buffer; content: Content },
  people: People,
): AuditEntry {
  const { actor, target } = content;
  const person = (id: string): AuditedPerson => {
    const { name, email } = people[id] ?? {};
    // Of who was erased there is a row without a name, and an address that is none.
    return { id, name: name || null, email: name && email ? email : null };
  };
  return {
    id: content.id,
    sequence: Number(sequence),
    at: content.at,
    action: content.action,
    actor: {
      kind: actor.kind,
      ...(actor.kind === 'person'
        ? person(actor.id ?? '')
        : { id: actor.id ?? '', name: actor.name ?? null, email: null }),
      impersonator: actor.impersonator ? person(actor.impersonator) : null,
    },
    target: { type: target.type, id: target.id, name: target.name ?? null },
    before: content.before ?? null,
    after: content.after ?? null,
    address: content.address ?? null,
    userAgent: content.userAgent ?? null,
    requestId: content.requestId ?? null,
    hash: hash.toString('hex'),
  };
}
