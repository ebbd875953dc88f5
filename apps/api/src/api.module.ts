import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '@waypost/platform';
import { AuthModule } from './auth/auth.module.ts';
import { HttpModule } from './http/http.module.ts';
import { OperatorModule } from './operator/operator.module.ts';
import { OverviewModule } from './overview/overview.module.ts';
import { RoutingHttpModule } from './routing/routing.module.ts';
import { SandboxModule } from './sandbox/sandbox.module.ts';
import { entities } from './schema.ts';
import { StreamModule } from './stream/stream.module.ts';
import { SearchModule } from './search/search.module.ts';
import { SystemModule } from './system/system.module.ts';
import { TenantsModule } from './tenants/tenants.module.ts';
import { WabaHttpModule } from './waba/waba.module.ts';

@Module({})
export class ApiModule {
  static forRoot(options: Pick<PlatformOptions, 'settings' | 'clock'>): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ ...options, kind: 'api', entities }),
        HttpModule,
        AuthModule,
        TenantsModule,
        WabaHttpModule,
        RoutingHttpModule,
        SandboxModule,
        StreamModule,
        SystemModule,
        OperatorModule,
        OverviewModule,
        SearchModule,
      ],
    };
  }
}
