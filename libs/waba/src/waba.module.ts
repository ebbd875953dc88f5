import { Module } from '@nestjs/common';
import { AuditModule, PlansModule } from '@waypost/accounts';
import { AppCredentials } from './apps/app-credentials.ts';
import { AppSetupService } from './apps/app-setup.service.ts';
import { AppsService } from './apps/apps.service.ts';
import { MetaAppSecrets } from './apps/meta-app-secrets.ts';
import { BusinessAccountsService } from './business-accounts/business-accounts.service.ts';
import { IntakeNotes } from './intake/intake-notes.ts';
import { PhoneNumbersService } from './phone-numbers/phone-numbers.service.ts';

const services = [BusinessAccountsService, AppsService, AppSetupService, PhoneNumbersService, MetaAppSecrets, AppCredentials, IntakeNotes];

/** Business accounts, Meta apps and phone numbers: for the api and for the intake of webhooks. */
@Module({ imports: [AuditModule, PlansModule], providers: services, exports: services })
export class WabaModule {}
