import { Module } from '@nestjs/common';
import { AlertsModule, AuditModule } from '@waypost/accounts';
import { WabaModule } from '@waypost/waba';
import { BulkRunner } from './bulk/bulk-runner.ts';
import { BulkService } from './bulk/bulk.service.ts';
import { Attempts } from './deliver/attempts.ts';
import { DueDeliveries } from './deliver/due-deliveries.ts';
import { ForgivenProjects } from './deliver/forgiven-projects.ts';
import { HealthBook } from './deliver/health-book.ts';
import { Lanes } from './deliver/lanes.ts';
import { Results } from './deliver/results.ts';
import { TargetCache } from './deliver/target-cache.ts';
import { DeliveriesService } from './events/deliveries.service.ts';
import { DeliveryDetails } from './events/delivery-details.service.ts';
import { DeliveryFigures } from './events/delivery-figures.service.ts';
import { EventsService } from './events/events.service.ts';
import { WebhookTraces } from './events/webhook-traces.service.ts';
import { TenantErasure } from './erasure/tenant-erasure.ts';
import { ExplodeService } from './explode/explode.service.ts';
import { RouteCache } from './explode/route-cache.ts';
import { IngestService } from './ingest/ingest.service.ts';
import { ErrorWatch } from './maintain/error-watch.ts';
import { FailingProjects } from './maintain/failing-projects.ts';
import { Maintenance } from './maintain/maintenance.ts';
import { HeldDeliveries } from './operator/held-deliveries.ts';
import { QuarantineService } from './operator/quarantine.service.ts';
import { QueueFiguresService } from './operator/queue-figures.ts';
import { UnclaimedService } from './operator/unclaimed.service.ts';
import { OverviewService } from './overview/overview.service.ts';
import { TenantFiguresService } from './overview/tenant-figures.service.ts';
import { CustomerExport } from './privacy/customer-export.ts';
import { CustomersService } from './privacy/customers.service.ts';
import { ErasureRunner } from './privacy/erasure-runner.ts';
import { RetentionSweep } from './privacy/retention-sweep.ts';
import { TenantRetention } from './privacy/tenant-retention.service.ts';
import { ProbeService } from './projects/probe.service.ts';
import { ProjectsModule } from './projects/projects.module.ts';
import { SearchService } from './search/search.service.ts';

const front = [
  IngestService,
  EventsService,
  DeliveriesService,
  DeliveryDetails,
  DeliveryFigures,
  WebhookTraces,
  BulkService,
  QueueFiguresService,
  QuarantineService,
  UnclaimedService,
  HeldDeliveries,
  OverviewService,
  TenantFiguresService,
  ProbeService,
  SearchService,
  CustomerExport,
  CustomersService,
  ErasureRunner,
  TenantRetention,
];

/** With which a probe makes its call. */
const calling = [TargetCache, Attempts];

/** The router as its users see it: taking webhooks in, configuring, looking, retrying. */
@Module({ imports: [AuditModule, WabaModule, ProjectsModule], providers: [...front, ...calling], exports: [...front, ProjectsModule] })
export class HubModule {}

const back = [ExplodeService, DueDeliveries, BulkRunner, Maintenance, HealthBook, Lanes, ForgivenProjects, TenantErasure, ErasureRunner];

/** The router at work: splitting, delivering, keeping house. */
@Module({
  imports: [AlertsModule, AuditModule],
  providers: [...back, RouteCache, TargetCache, Attempts, Results, ErrorWatch, FailingProjects, RetentionSweep],
  exports: back,
})
export class HubWorkModule {}
