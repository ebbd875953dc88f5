import { MetaApp } from './apps/meta-app.entity.ts';
import { BusinessAccount } from './business-accounts/business-account.entity.ts';
import { PhoneNumber } from './phone-numbers/phone-number.entity.ts';

export * from './apps/app-credentials.ts';
export * from './apps/app-setup.service.ts';
export * from './apps/apps.service.ts';
export * from './apps/meta-app.entity.ts';
export * from './apps/meta-app-secrets.ts';
export * from './apps/sealed.ts';
export * from './business-accounts/business-account.entity.ts';
export * from './business-accounts/business-accounts.service.ts';
export * from './intake/intake-notes.ts';
export * from './intake/refusals.ts';
export * from './invalid-field.ts';
export * from './look-ups.ts';
export * from './meta-ids.ts';
export * from './migrations/20261120000200-waba.ts';
export * from './migrations/20261121000200-intake-notes.ts';
export * from './phone-numbers/digits.ts';
export * from './phone-numbers/phone-number.entity.ts';
export * from './phone-numbers/phone-numbers.service.ts';
export * from './violations.ts';
export * from './waba.module.ts';

export const wabaEntities = [BusinessAccount, MetaApp, PhoneNumber];
