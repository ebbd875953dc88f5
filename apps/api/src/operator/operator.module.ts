import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { WabaModule } from '@waypost/waba';
import { OperatorController } from './operator.controller.ts';

@Module({ imports: [HubModule, WabaModule], controllers: [OperatorController] })
export class OperatorModule {}
