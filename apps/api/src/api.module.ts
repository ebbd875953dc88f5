import { type DynamicModule, Module } from '@nestjs/common';
import { PlatformModule, type PlatformOptions } from '@waypost/platform';
import { ApiKeysModule } from './api-keys/api-keys.module.ts';
import { AuditHttpModule } from './audit/audit.module.ts';
import { AuthModule } from './auth/auth.module.ts';
import { HttpModule } from './http/http.module.ts';
import { OperatorModule } from './operator/operator.module.ts';
import { OverviewModule } from './overview/overview.module.ts';
import { PlansHttpModule } from './plans/plans.module.ts';
import { PrivacyHttpModule } from './privacy/privacy.module.ts';
import { RoutingHttpModule } from './routing/routing.module.ts';
import { SandboxModule } from './sandbox/sandbox.module.ts';
import { entities, sealed } from './schema.ts';
import { StreamModule } from './stream/stream.module.ts';
import { SearchModule } from './search/search.module.ts';
import { SystemModule } from './system/system.module.ts';
import { TeamModule } from './team/team.module.ts';
import { TenantsModule } from './tenants/tenants.module.ts';
import { WabaHttpModule } from './waba/waba.module.ts';

@Module({})
export class ApiModule {
  static forRoot(options: Pick<PlatformOptions, 'settings' | 'clock' | 'log'>): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.forRoot({ ...options, kind: 'api', entities, sealed }),
        HttpModule,
        AuthModule,
        ApiKeysModule,
        PlansHttpModule,
        TeamModule,
        TenantsModule,
        WabaHttpModule,
        RoutingHttpModule,
        SandboxModule,
        StreamModule,
        SystemModule,
        OperatorModule,
        OverviewModule,
        SearchModule,
        AuditHttpModule,
        PrivacyHttpModule,
      ],
    };
  }
}
