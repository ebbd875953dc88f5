import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { ApiKeysController } from './api-keys.controller.ts';

@Module({ imports: [AccountsModule], controllers: [ApiKeysController] })
export class ApiKeysModule {}
