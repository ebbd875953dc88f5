import { Module } from '@nestjs/common';
import { AuditAnchors } from './audit-anchors.ts';
import { AuditKeeping } from './audit-keeping.ts';
import { AuditLog } from './audit-log.ts';
import { AuditVerification } from './audit-verification.ts';
import { Audit } from './audit.ts';
import { SecretAlarmAudit } from './secret-alarm-audit.ts';

const services = [Audit, AuditLog, AuditAnchors, AuditKeeping, AuditVerification];

/** For every module whose services change something. */
@Module({ providers: [...services, SecretAlarmAudit], exports: services })
export class AuditModule {}
