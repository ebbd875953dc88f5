import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SecretAlarms } from '@waypost/platform';
import type { TenantId } from '@waypost/contracts';
import { Audit } from './audit.ts';

/** Notes in the tenant's audit that a stored secret was altered, or taken from another row. */
@Injectable()
export class SecretAlarmAudit implements OnModuleInit {
  constructor(
    private readonly alarms: SecretAlarms,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.alarms.listen((rows, { tenantId, table, column, rowId, problem }) =>
      this.audit.record(
        rows,
        { system: 'secrets' },
        {
          action: 'secret.altered',
          target: { type: table, id: rowId, name: column },
          after: { problem },
          tenantId: tenantId as TenantId,
        },
      ),
    );
  }
}
