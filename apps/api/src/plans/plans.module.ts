import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { PlansController } from './plans.controller.ts';

@Module({ imports: [AccountsModule], controllers: [PlansController] })
export class PlansHttpModule {}
