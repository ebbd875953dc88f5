import { Inject, Injectable } from '@nestjs/common';
import { Notices, Outbox, publicAddress } from '@waypost/accounts';
import type { ProjectId, TenantId } from '@waypost/contracts';
import { Log, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import { HealthBook } from '../deliver/health-book.ts';

const DAY_MS = 86_400_000;
/** Nothing but failures for so long switches a project off. */
const DISABLE_AFTER_DAYS = 5;
/** And so long before its tenant is told. */
const WARN_AFTER_DAYS = 3;
const NOTICE_DAYS = DISABLE_AFTER_DAYS - WARN_AFTER_DAYS;

interface Failing {
  tenantId: TenantId;
  projectId: ProjectId;
  name: string;
  slug: string;
  endpoint: string;
  since: Date;
}

const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);

/** Measured from failure to failure: time in which nothing was sent says nothing of the project. */
const failing = (days: number) => `
  SELECT h.tenant_id AS "tenantId", h.project_id AS "projectId", p.name, p.slug, p.endpoint, h.failing_since AS since
  FROM project_health h JOIN project p ON p.tenant_id = h.tenant_id AND p.id = h.project_id
  WHERE p.status = 'enabled' AND h.last_failure_at - h.failing_since > interval '${days} days'`;

/** Projects that have answered nothing but failures for days: their tenant is told, then they are disabled. */
@Injectable()
export class FailingProjects {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly notices: Notices,
    private readonly outbox: Outbox,
    private readonly health: HealthBook,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  /** Those whose tenant has had its notice. */
  async disable(now: Date): Promise<void> {
    const due: Failing[] = await this.tenancy.system((rows) =>
      rows.query(`${failing(DISABLE_AFTER_DAYS)} AND h.warned_at < $1`, [daysAfter(now, -NOTICE_DAYS)]),
    );
    for (const project of due) {
      const { tenantId, projectId, name, endpoint, since } = project;
      const mails = await this.notices.prepare({
        tenantId,
        about: 'projectFailing',
        template: 'project-disabled',
        values: { projectName: name, endpoint, since, link: this.pageOf(project) },
        event: { type: 'project.disabled', data: { projectId, projectName: name, endpoint, since } },
      });
      await this.health.disable(project, 'failing', (rows) => this.outbox.put(rows, mails));
      this.outbox.wake();
    }
  }

  /** Once per spell of failures. */
  async warn(now: Date): Promise<void> {
    const due: Failing[] = await this.tenancy.system((rows) =>
      rows.query(`${failing(WARN_AFTER_DAYS)} AND h.warned_at IS NULL`),
    );
    for (const project of due) {
      const { tenantId, projectId, name, endpoint, since } = project;
      const until = daysAfter(now, NOTICE_DAYS);
      const mails = await this.notices.prepare({
        tenantId,
        about: 'projectFailing',
        template: 'project-failing',
        values: { projectName: name, endpoint, since, until, link: this.pageOf(project) },
        event: { type: 'project.failing', data: { projectId, projectName: name, endpoint, since, until } },
      });
      await this.tenancy.system(async (rows) => {
        const [, warned]: [unknown, number] = await rows.query(
          'UPDATE project_health SET warned_at = $3 WHERE tenant_id = $1 AND project_id = $2 AND warned_at IS NULL',
          [tenantId, projectId, now],
        );
        // Else another process has just told them.
        if (warned) await this.outbox.put(rows, mails);
      });
      this.outbox.wake();
      this.log.info('project has failed for days', { tenantId, projectId });
    }
  }

  private pageOf({ slug }: Failing): string {
    return `${publicAddress(this.settings)}/app/projects?project=${encodeURIComponent(slug)}`;
  }
}
