import { Injectable } from '@nestjs/common';
import type { ProjectId, TenantId } from '@waypost/contracts';
import { Log, Mailer, Tenancy } from '@waypost/platform';

const DAY_MS = 86_400_000;
/** Nothing but failures for so long switches a project off. */
const DISABLE_AFTER_DAYS = 5;
/** And so long before its tenant is told. */
const WARN_AFTER_DAYS = 3;
const NOTICE_DAYS = DISABLE_AFTER_DAYS - WARN_AFTER_DAYS;

interface Failing {
  tenantId: TenantId;
  projectId: ProjectId;
}

const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** Measured from failure to failure: time in which nothing was sent says nothing of the project. */
const failingFor = (days: number) =>
  `p.status = 'enabled' AND h.last_failure_at - h.failing_since > interval '${days} days'`;

/** Projects that have answered nothing but failures for days. */
@Injectable()
export class FailingProjects {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly mailer: Mailer,
    private readonly log: Log,
  ) {}

  toDisable(now: Date): Promise<Failing[]> {
    return this.tenancy.system((rows) =>
      rows.query(
        `SELECT h.tenant_id AS "tenantId", h.project_id AS "projectId"
         FROM project_health h JOIN project p ON p.tenant_id = h.tenant_id AND p.id = h.project_id
         WHERE ${failingFor(DISABLE_AFTER_DAYS)} AND h.warned_at < $1`,
        [daysAfter(now, -NOTICE_DAYS)],
      ),
    );
  }

  /** Writes to the tenant's administrators, once per spell of failures. */
  async warn(now: Date): Promise<void> {
    const due: (Failing & { name: string; endpoint: string; since: Date; emails: string[] })[] =
      await this.tenancy.system((rows) =>
        rows.query(
          `SELECT h.tenant_id AS "tenantId", h.project_id AS "projectId", p.name, p.endpoint, h.failing_since AS since,
                  coalesce((SELECT array_agg(u.email) FROM membership m JOIN app_user u ON u.id = m.user_id
                   WHERE m.tenant_id = h.tenant_id AND m.role IN ('TENANT_ADMIN', 'DEVELOPER') AND u.status = 'active'),
                   '{}') AS emails
           FROM project_health h JOIN project p ON p.tenant_id = h.tenant_id AND p.id = h.project_id
           WHERE ${failingFor(WARN_AFTER_DAYS)} AND h.warned_at IS NULL`,
        ),
      );
    for (const project of due) {
      const until = daysAfter(now, NOTICE_DAYS);
      const { tenantId, projectId } = project;
      try {
        await this.mailer.send({
          to: project.emails,
          subject: `Waypost: project "${project.name}" has failed since ${day(project.since)}`,
          text:
            `Every delivery to ${project.endpoint} has failed since ${project.since.toUTCString()}.\n\n` +
            `If nothing changes, the project is disabled on ${day(until)}. What could not be delivered is kept ` +
            `and can be sent again once the project answers with a 2xx.\n`,
        });
      } catch (error) {
        this.log.failure('warning not sent; tried again in the next round', error, { tenantId, projectId });
        continue;
      }
      await this.tenancy.system((rows) =>
        rows.query('UPDATE project_health SET warned_at = $3 WHERE tenant_id = $1 AND project_id = $2', [tenantId, projectId, now]),
      );
    }
  }
}

const day = (instant: Date) => instant.toISOString().slice(0, 10);
