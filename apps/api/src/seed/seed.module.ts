import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { HubModule } from '@waypost/hub';
import { PlatformModule, type Settings } from '@waypost/platform';
import { WabaModule } from '@waypost/waba';
import { entities, sealed } from '../schema.ts';

/** The services of the api, without its HTTP. */
@Module({})
export class SeedModule {
  static forRoot(settings: Settings): DynamicModule {
    const platform = PlatformModule.forRoot({ settings, kind: 'api', entities, sealed });
    return { module: SeedModule, imports: [platform, AccountsModule, WabaModule, HubModule] };
  }
}
