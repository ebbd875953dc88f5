import { ApiProperty, OmitType, PartialType } from '@nestjs/swagger';
import type { PhoneNumberView } from '@waypost/waba';
import { Line, MetaId } from './field-rules.ts';

const appId = {
  description: "Meta's id of the app whose webhooks carry the number",
  example: '670843887433847',
};

export class CreatePhoneNumberBody {
  @MetaId({ description: "Meta's phone_number_id", example: '106540352242922' })
  phoneNumberId!: string;

  @MetaId(appId)
  appId!: string;

  @Line(40, { description: 'With the country code, in any common notation', example: '+1 555 010 9999' })
  phoneNumber!: string;

  @Line(200, { example: 'Acme support' })
  displayName!: string;

  @MetaId({ description: "The number's business account; that of the app by default", optional: true })
  businessId?: string;
}

export class CreateNumberOfAppBody extends OmitType(CreatePhoneNumberBody, ['appId']) {
  @MetaId({ ...appId, description: 'As in the address, or absent', optional: true })
  appId?: string;
}

export class UpdatePhoneNumberBody extends PartialType(OmitType(CreatePhoneNumberBody, ['phoneNumberId']), {
  skipNullProperties: false,
}) {}

export class PhoneNumberAnswer implements PhoneNumberView {
  @ApiProperty({ example: '106540352242922' })
  phoneNumberId!: string;

  @ApiProperty({ example: '670843887433847' })
  appId!: string;

  @ApiProperty({ type: String, nullable: true, example: '102290129340398' })
  businessId!: string | null;

  @ApiProperty({ description: 'Digits with the country code', example: '15550109999' })
  phoneNumber!: string;

  @ApiProperty()
  displayName!: string;

  @ApiProperty({
    type: Date,
    nullable: true,
    description: 'When a webhook for it last came, up to ten seconds late',
  })
  lastWebhookAt!: Date | null;

  @ApiProperty({ type: 'integer', description: 'How many projects it is mapped to' })
  mappings!: number;

  @ApiProperty()
  createdAt!: Date;

  @ApiProperty()
  updatedAt!: Date;
}
