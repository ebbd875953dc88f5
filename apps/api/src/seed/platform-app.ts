import type { INestApplicationContext } from '@nestjs/common';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { AppError, type Settings } from '@waypost/platform';
import { AppsService } from '@waypost/waba';

/** The Meta app of the settings, made once; later changes are made in Waypost. */
export async function seedPlatformApp(
  services: INestApplicationContext,
  settings: Settings,
): Promise<string[]> {
  const { facebookAppId: id, facebookAppSecret: appSecret, webhookVerifyToken: verifyToken } = settings;
  if (id === undefined || appSecret === undefined || verifyToken === undefined) return [];
  const apps = services.get(AppsService, { strict: false });
  try {
    await apps.create({ tenantId: PLATFORM_TENANT_ID, system: 'seed' }, { id, name: 'Platform', verifyToken, appSecret });
    return [`Made the platform's Meta app ${id}.`];
  } catch (error) {
    // There from an earlier start, or with a tenant, who must not be able to keep the hub from starting.
    if (error instanceof AppError && error.code === 'already_exists') return [];
    throw error;
  }
}
