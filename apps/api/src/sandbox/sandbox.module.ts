import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { WabaModule } from '@waypost/waba';
import { SandboxController } from './sandbox.controller.ts';
import { SandboxService } from './sandbox.service.ts';
import { SimulatorClient } from './simulator-client.ts';

@Module({
  imports: [HubModule, WabaModule],
  controllers: [SandboxController],
  providers: [SandboxService, SimulatorClient],
})
export class SandboxModule {}
