import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { WabaModule } from '@waypost/waba';
import { AppsController } from './apps.controller.ts';
import { BusinessAccountsController } from './business-accounts.controller.ts';
import { NumberAnswers } from './number-answers.ts';
import { PhoneNumbersController } from './phone-numbers.controller.ts';

@Module({
  imports: [WabaModule, HubModule],
  controllers: [BusinessAccountsController, AppsController, PhoneNumbersController],
  providers: [NumberAnswers],
})
export class WabaHttpModule {}
