import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { HubModule } from '@waypost/hub';
import { OwnDataController } from './own-data.controller.ts';
import { PrivacyController } from './privacy.controller.ts';
import { RetentionController } from './retention.controller.ts';

@Module({
  imports: [AccountsModule, HubModule],
  controllers: [PrivacyController, RetentionController, OwnDataController],
})
export class PrivacyHttpModule {}
