import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { AuditModule } from '@waypost/accounts';
import { CacheController } from './cache.controller.ts';
import { CacheService } from './cache.service.ts';
import { HealthController } from './health.controller.ts';
import { HealthService } from './health.service.ts';
import { KeysController } from './keys.controller.ts';
import { MetricsController } from './metrics.controller.ts';
import { QueueProbe } from './queue-probe.ts';
import { WorkMetrics } from './work-metrics.ts';

@Module({
  imports: [AuditModule, HubModule],
  controllers: [HealthController, CacheController, KeysController, MetricsController],
  providers: [HealthService, CacheService, QueueProbe, WorkMetrics],
})
export class SystemModule {}
