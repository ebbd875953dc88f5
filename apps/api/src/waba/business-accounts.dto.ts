import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import type { BusinessAccountView } from '@waypost/waba';
import { IsTimeZone } from 'class-validator';
import { Line, MayBeAbsent, MetaId } from './field-rules.ts';

export class CreateBusinessAccountBody {
  @MetaId({ description: 'Id of the WhatsApp Business account (WABA)', example: '102290129340398' })
  businessId!: string;

  @Line(200, { example: 'Acme' })
  name!: string;

  @ApiPropertyOptional({ description: 'IANA name', default: 'UTC', example: 'Europe/Berlin' })
  @MayBeAbsent()
  @IsTimeZone({ message: 'must be an IANA time zone, such as Europe/Berlin' })
  timezone?: string;
}

export class UpdateBusinessAccountBody extends PartialType(
  OmitType(CreateBusinessAccountBody, ['businessId']),
  {
    skipNullProperties: false,
  },
) {}

export class BusinessAccountAnswer implements BusinessAccountView {
  @ApiProperty({ example: '102290129340398' })
  businessId!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ example: 'UTC' })
  timezone!: string;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}
