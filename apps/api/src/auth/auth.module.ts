import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { AuthController } from './auth.controller.ts';

@Module({ imports: [AccountsModule], controllers: [AuthController] })
export class AuthModule {}
