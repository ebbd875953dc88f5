import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { AlertsService } from './alerts.service.ts';
import { Notices } from './notices.ts';
import { NotificationsService } from './notifications.service.ts';

/** Who is told of trouble, and telling them. */
@Module({
  imports: [AuditModule, MailModule],
  providers: [NotificationsService, Notices, AlertsService],
  exports: [NotificationsService, Notices, AlertsService, MailModule],
})
export class AlertsModule {}
