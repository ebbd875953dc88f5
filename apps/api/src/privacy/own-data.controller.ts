import { Body, Controller, Delete, Get, HttpCode } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { type OwnData, OwnDataService, passwordLength, type PersonPrincipal } from '@waypost/accounts';
import { IsString, MaxLength } from 'class-validator';
import { SignedIn } from '../http/authority.ts';
import { Themself } from '../http/principal.decorators.ts';
import { Problem } from '../http/problem.ts';

type Row = Record<string, unknown>;
const row = { type: 'object', additionalProperties: true } as const;

export class OwnDataView implements OwnData {
  @ApiProperty({ ...row, nullable: true }) person!: Row | null;
  @ApiProperty({ type: 'array', items: row }) memberships!: Row[];
  @ApiProperty({ type: 'array', items: row }) sessions!: Row[];
  @ApiProperty({ type: 'array', items: row }) invitations!: Row[];
  @ApiProperty({
    type: 'array',
    items: row,
    description: 'What you did, newest first, at most 5,000 entries',
  })
  audit!: Row[];
}

export class EraseMeBody {
  @ApiProperty({ description: 'Your present password', maxLength: passwordLength.max, writeOnly: true })
  @IsString()
  @MaxLength(passwordLength.max)
  password!: string;
}

@ApiTags('Privacy')
@Controller('auth/me')
export class OwnDataController {
  constructor(private readonly own: OwnDataService) {}

  @Get('export')
  @SignedIn()
  @ApiOperation({ summary: 'Show all that is kept about you' })
  @ApiOkResponse({ type: OwnDataView })
  export(@Themself() me: PersonPrincipal): Promise<OwnDataView> {
    return this.own.export(me);
  }

  @Delete()
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: 'Erase your account, and what is kept about you' })
  @ApiNoContentResponse()
  @ApiConflictResponse({ type: Problem, description: 'You are the only administrator of a tenant' })
  erase(@Themself() me: PersonPrincipal, @Body() { password }: EraseMeBody): Promise<void> {
    return this.own.erase(me, password);
  }
}
