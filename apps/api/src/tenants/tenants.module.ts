import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { HubModule } from '@waypost/hub';
import { TenantsController } from './tenants.controller.ts';

@Module({ imports: [AccountsModule, HubModule], controllers: [TenantsController] })
export class TenantsModule {}
