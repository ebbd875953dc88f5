import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import type { AppSetup, AppView } from '@waypost/waba';
import { IsBoolean } from 'class-validator';
import { Line, MayBeAbsent, MetaId, Secret } from './field-rules.ts';

export class CreateAppBody {
  @MetaId({ description: "Meta's app id", example: '670843887433847' })
  id!: string;

  @MetaId({
    description: "The business account that the app belongs to; only the platform's own apps have none",
    example: '102290129340398',
    optional: true,
  })
  businessId?: string;

  @Line(200, { example: 'Acme' })
  name!: string;

  @Secret(256, { description: "What you enter as verify token in Meta's app dashboard; never answered" })
  verifyToken!: string;

  @Secret(256, {
    description:
      'With which Meta signs its webhooks; never answered. Without it the webhooks of the app are refused',
    optional: true,
  })
  appSecret?: string;
}

export class UpdateAppBody extends PartialType(
  PickType(CreateAppBody, ['name', 'verifyToken', 'appSecret']),
  {
    skipNullProperties: false,
  },
) {
  @ApiPropertyOptional({ description: 'Webhooks of an app that is not active are refused' })
  @MayBeAbsent()
  @IsBoolean()
  active?: boolean;
}

export class AppAnswer implements AppView {
  @ApiProperty({ description: "Meta's app id", example: '670843887433847' })
  id!: string;

  @ApiProperty({ type: String, nullable: true, example: '102290129340398' })
  businessId!: string | null;

  @ApiProperty()
  name!: string;

  @ApiProperty({ description: "What to enter as callback URL in Meta's app dashboard" })
  webhookUrl!: string;

  @ApiProperty()
  hasAppSecret!: boolean;

  @ApiProperty()
  active!: boolean;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}

const dateOrNull = { type: Date, nullable: true };

export class AppSetupAnswer implements AppSetup {
  @ApiProperty({ description: "What to enter as callback URL in Meta's app dashboard" })
  webhookUrl!: string;

  @ApiProperty({ description: 'Meta calls no other addresses than https ones' })
  https!: boolean;

  @ApiProperty()
  hasAppSecret!: boolean;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ ...dateOrNull, description: 'When Meta last proved the address with the verify token' })
  verifiedAt!: Date | null;

  @ApiProperty({ ...dateOrNull, description: 'Up to ten seconds late' })
  lastWebhookAt!: Date | null;

  @ApiProperty(dateOrNull)
  lastRefusedAt!: Date | null;

  @ApiProperty({ type: String, nullable: true, description: 'A sentence' })
  lastRefusedReason!: string | null;

  @ApiProperty({ type: 'integer', description: 'Numbers that are connected through it' })
  numbers!: number;
}
