import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { TeamController } from './team.controller.ts';

@Module({ imports: [AccountsModule], controllers: [TeamController] })
export class TeamModule {}
