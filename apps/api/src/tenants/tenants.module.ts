import { Module } from '@nestjs/common';
import { AccountsModule } from '@waypost/accounts';
import { HubModule } from '@waypost/hub';
import { AuthModule } from '../auth/auth.module.ts';
import { ImpersonationController } from './impersonation.controller.ts';
import { StandingController } from './standing.controller.ts';
import { NotificationsController, PlatformNotificationsController } from './notifications.controller.ts';
import { OidcSettingsController } from './oidc-settings.controller.ts';
import { BrandController, ThemeController } from './theme.controller.ts';
import { TenantsController } from './tenants.controller.ts';

// "tenants/current/…" before "tenants/:id/…".
const controllers = [
  StandingController,
  ThemeController,
  NotificationsController,
  OidcSettingsController,
  TenantsController,
  ImpersonationController,
  BrandController,
  PlatformNotificationsController,
];

@Module({ imports: [AccountsModule, HubModule, AuthModule], controllers })
export class TenantsModule {}
