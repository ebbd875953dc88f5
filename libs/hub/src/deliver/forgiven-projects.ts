import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ProjectId } from '@waypost/contracts';
import { SYSTEM } from '@waypost/platform';
import { Lanes } from './lanes.ts';

/** For how long a word of forgiveness is heeded: several looks, and not longer, so that an old one says nothing. */
const FRESH = `interval '5 seconds'`;

/** Closes circuits of this process for projects that somebody else has seen to be back: a probe, or by hand. */
@Injectable()
export class ForgivenProjects {
  private readonly heeded = new Map<ProjectId, string>();

  constructor(
    @InjectDataSource(SYSTEM) private readonly database: DataSource,
    private readonly lanes: Lanes,
  ) {}

  /** Asks nothing while every circuit is closed. */
  async heed(): Promise<void> {
    const spared = this.lanes.spared();
    if (spared.length === 0) return;
    const forgiven: { projectId: ProjectId; at: string }[] = await this.database.query(
      `SELECT project_id AS "projectId", forgiven_at::text AS at FROM project_health
       WHERE project_id = ANY($1) AND forgiven_at > clock_timestamp() - ${FRESH}`,
      [spared],
    );
    for (const { projectId, at } of forgiven) {
      // Once per word: a project that fails again right after it is spared again.
      if (this.heeded.get(projectId) === at) continue;
      this.heeded.set(projectId, at);
      this.lanes.forgive(projectId);
    }
  }
}
