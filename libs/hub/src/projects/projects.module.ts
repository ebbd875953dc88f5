import { Module } from '@nestjs/common';
import { AuditModule, PlansModule } from '@waypost/accounts';
import { Mapping } from './mapping.entity.ts';
import { MappingsService } from './mappings.service.ts';
import { ProjectHealth } from './project-health.entity.ts';
import { ProjectSeals } from './project-seals.ts';
import { Project } from './project.entity.ts';
import { ProjectsService } from './projects.service.ts';

export const projectEntities = [Project, Mapping, ProjectHealth];

/** Projects, and which numbers' webhooks go to them. */
@Module({
  imports: [AuditModule, PlansModule],
  providers: [ProjectSeals, ProjectsService, MappingsService],
  exports: [ProjectsService, MappingsService],
})
export class ProjectsModule {}
