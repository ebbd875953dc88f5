import { Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { AppError, SecretBox, Tenancy, type TenantContext } from '@waypost/platform';
import { sealOf } from './app-secrets.ts';
import { findApp } from './apps.service.ts';

/** An app's secrets in the clear: not for logs, queues or answers. */
export interface OpenedApp {
  /** Null when it was never given. */
  appSecret: string | null;
  verifyToken: string;
}

/** Opens the secrets of one app, as they are at this moment. */
@Injectable()
export class AppCredentials {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
  ) {}

  /** Of an app of the tenant; `not_found` for any other. */
  async open(ctx: TenantContext, appId: string): Promise<OpenedApp> {
    const app = await this.tenancy.run({ tenantId: ctx.tenantId }, (rows) => findApp(rows, ctx, appId));
    const { tenantId, id, appSecretSealed } = app;
    return {
      verifyToken: await this.secrets.open(sealOf(tenantId, id, 'verify_token'), app.verifyTokenSealed),
      appSecret:
        appSecretSealed && (await this.secrets.open(sealOf(tenantId, id, 'app_secret'), appSecretSealed)),
    };
  }

  /** Of the app through which a number of the tenant is connected: the tenant's own, or else one of the platform. */
  async openConnecting(ctx: TenantContext, appId: string): Promise<OpenedApp> {
    try {
      return await this.open(ctx, appId);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'not_found')) throw error;
      return this.open({ tenantId: PLATFORM_TENANT_ID }, appId);
    }
  }
}
