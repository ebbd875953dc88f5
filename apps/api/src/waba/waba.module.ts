import { Module } from '@nestjs/common';
import { WabaModule } from '@waypost/waba';
import { AppsController } from './apps.controller.ts';
import { BusinessAccountsController } from './business-accounts.controller.ts';
import { PhoneNumbersController } from './phone-numbers.controller.ts';

@Module({
  imports: [WabaModule],
  controllers: [BusinessAccountsController, AppsController, PhoneNumbersController],
})
export class WabaHttpModule {}
