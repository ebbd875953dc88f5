import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { SignalListener } from '@waypost/platform';
import { StreamController } from './stream.controller.ts';
import { Streams } from './streams.service.ts';

@Module({ imports: [AccountsModule], controllers: [StreamController], providers: [SignalListener, Streams] })
export class StreamModule {}
