import { Module } from '@nestjs/common';
import { AuditModule, PlansModule } from '@waypost/accounts';
import { AuditAnswers } from './audit-answers.ts';
import { AuditController } from './audit.controller.ts';
import { PlatformAuditController } from './platform-audit.controller.ts';

@Module({
  imports: [AuditModule, PlansModule],
  controllers: [AuditController, PlatformAuditController],
  providers: [AuditAnswers],
})
export class AuditHttpModule {}
