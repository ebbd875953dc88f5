import { Module } from '@nestjs/common';
import { HubModule } from '@waypost/hub';
import { SearchController } from './search.controller.ts';

@Module({ imports: [HubModule], controllers: [SearchController] })
export class SearchModule {}
