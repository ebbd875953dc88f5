import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { OverviewController } from './overview.controller.ts';

@Module({ imports: [HubModule], controllers: [OverviewController] })
export class OverviewModule {}
