import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { MailModule } from '../mail/mail.module.ts';
import { ThemeService } from './theme.service.ts';

/** How a tenant shows itself. */
@Module({ imports: [AuditModule, MailModule], providers: [ThemeService], exports: [ThemeService] })
export class BrandModule {}
