import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { Clock, newId } from '@waypost/platform';
import { type Actor, keptActor, keptOrigin } from './actor.ts';
import { canonicalJson, changedOnly } from './content.ts';
import { redact, storable } from './redact.ts';

export interface AuditedDeed {
  /** `<thing>.<past participle>`, such as `project.created`. */
  action: string;
  target: { type: string; id: string; name?: string };
  /** Fields before and after; secrets are hidden and, where both are given, what stayed the same is left out. */
  before?: object;
  after?: object;
  /** Whose chain; else the actor's tenant, else the platform's. */
  tenantId?: TenantId;
}

/** Longer ones keep their fields' names only. */
const LONGEST_CONTENT = 32_768;

/**
 * Notes what somebody did, in the same unit of work that does it: both are kept or neither. The entry gets its place in
 * the tenant's chain when the unit of work commits, so that recording holds nobody up, wherever in the work it stands.
 */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** In a unit of work of `Tenancy.run` only the chain of its own tenant can be written, in `Tenancy.system` any. */
  async record(rows: EntityManager, who: Actor, deed: AuditedDeed): Promise<void> {
    const tenantId = deed.tenantId ?? who.tenantId ?? PLATFORM_TENANT_ID;
    const id = newId<'audit'>();
    await rows.query('INSERT INTO audit_draft (tenant_id, id, content) VALUES ($1, $2, $3)', [
      tenantId,
      id,
      this.contentOf(id, who, deed),
    ]);
  }

  private contentOf(id: string, who: Actor, { action, target, before, after }: AuditedDeed): string {
    const name = target.name === undefined ? undefined : redact(target.name);
    const fields = changedOnly({ before: before && redact(before), after: after && redact(after) });
    const entry = {
      action,
      actor: redact(keptActor(who), 'actor'),
      at: this.clock.now().toISOString(),
      id,
      ...keptTexts(keptOrigin(who)),
      target: { type: target.type, id: storable(target.id.slice(0, 200)), name },
    };
    const content = canonicalJson({ ...entry, ...fields });
    if (content.length <= LONGEST_CONTENT) return content;
    return canonicalJson({ ...entry, after: { fields: Object.keys(after ?? before ?? {}).slice(0, 100) } });
  }
}

function keptTexts(texts: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text && storable(text)]));
}
