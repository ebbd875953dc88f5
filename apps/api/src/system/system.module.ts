import { Module } from '@nestjs/common';
import { CacheController } from './cache.controller.ts';
import { CacheService } from './cache.service.ts';
import { HealthController } from './health.controller.ts';
import { HealthService } from './health.service.ts';
import { QueueProbe } from './queue-probe.ts';

@Module({
  controllers: [HealthController, CacheController],
  providers: [HealthService, CacheService, QueueProbe],
})
export class SystemModule {}
