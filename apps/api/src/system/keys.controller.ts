import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Audit, type Principal } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import { KeyRewraps } from '@waypost/platform';
import { Needs } from '../http/authority.ts';
import { Me } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';
import { KeysView, RewrapBody, RewrapView } from './keys.dto.ts';

/** The keys of stored secrets, by name. */
@ApiTags('System')
@Controller('system/keys')
@Needs('platform:admin')
export class KeysController {
  constructor(
    private readonly rewraps: KeyRewraps,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Which root key wraps the data keys of stored secrets, and how far a renewal is' })
  @ApiOkResponse({ type: KeysView })
  show(): Promise<KeysView> {
    return this.rewraps.overview();
  }

  @Post('rewrap')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Wrap all data keys under the present root key, or seal all secrets under new data keys',
  })
  @ApiAcceptedResponse({ type: RewrapView })
  @ApiConflictResponse({ type: Problem, description: 'One is running' })
  rewrap(@Me() me: Principal, @Body() { newDataKeys = false, tenantId }: RewrapBody): Promise<RewrapView> {
    const startedBy = me.kind === 'person' ? me.userId : undefined;
    return this.rewraps.start({ newDataKeys, onlyTenant: tenantId, startedBy }, (rows, { id, rootKey }) =>
      this.audit.record(rows, me, {
        action: 'keys.renewed',
        target: { type: 'keys', id },
        after: { rootKey, newDataKeys, onlyTenant: tenantId ?? null },
        tenantId: PLATFORM_TENANT_ID,
      }),
    );
  }
}
