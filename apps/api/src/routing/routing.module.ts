import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { BulkOperationsController } from './bulk-operations.controller.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { EventsController } from './events.controller.ts';
import { MappingsController } from './mappings.controller.ts';
import { ProjectsController } from './projects.controller.ts';
import { WebhooksController } from './webhooks.controller.ts';

@Module({
  imports: [HubModule],
  controllers: [
    ProjectsController,
    MappingsController,
    EventsController,
    DeliveriesController,
    BulkOperationsController,
    WebhooksController,
  ],
})
export class RoutingHttpModule {}
