import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { WabaModule } from '@waypost/waba';
import { SandboxMailsController } from './sandbox-mails.controller.ts';
import { SandboxMails } from './sandbox-mails.service.ts';
import { SandboxController } from './sandbox.controller.ts';
import { SandboxService } from './sandbox.service.ts';
import { SimulatorClient } from './simulator-client.ts';

@Module({
  imports: [HubModule, WabaModule],
  controllers: [SandboxController, SandboxMailsController],
  providers: [SandboxMails, SandboxService, SimulatorClient],
})
export class SandboxModule {}
