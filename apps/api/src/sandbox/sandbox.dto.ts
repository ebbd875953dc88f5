import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  IsIn,
  IsInt,
  IsLatitude,
  IsLongitude,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { FreeText, Line, MayBeAbsent, MetaId } from '../waba/field-rules.ts';
import { modeNames, type Destination, type DestinationMode, type ModeName } from './destination-mode.ts';
import type { SandboxState } from './sandbox.service.ts';
import type { SentWebhook } from './simulator-answers.ts';

/** What a customer can do on a phone, of which the simulator needs to know no more than the fields below. */
const messageKinds = [
  'text',
  'image',
  'video',
  'audio',
  'voice',
  'document',
  'sticker',
  'location',
  'contacts',
  'reaction',
  'button',
  'button_reply',
  'list_reply',
  'flow_reply',
  'order',
  'unsupported',
];

const KILOBYTE = 1_024;
/** Base64 has four characters for three bytes, behind the head of the data URL. */
const imageLength = Math.ceil((300 * KILOBYTE) / 3) * 4 + 40;

export class SandboxMessageBody {
  @MetaId({ description: 'A number of yours' })
  phoneNumberId!: string;

  @ApiProperty({ example: '+1 202 555 0143', description: "The customer's phone number" })
  @IsString()
  @Matches(/^\+?(?:[\s()-]*\d){5,15}[\s()-]*$/, { message: 'must be a phone number with its country code' })
  from!: string;

  @Line(100, { optional: true, example: 'Pia Lund', description: "The customer's name" })
  name?: string;

  @ApiProperty({ enum: messageKinds })
  @IsIn(messageKinds)
  kind!: string;

  @FreeText(4_096, { optional: true, description: 'Text, caption, title of a button, or emoji' })
  text?: string;

  @ApiPropertyOptional({
    type: String,
    maxLength: imageLength,
    description: 'A picture (JPEG, PNG or WebP) of at most 300 KB as a data URL; for the kind image',
  })
  @MayBeAbsent()
  @IsString()
  @Matches(/^data:image\/(jpeg|png|webp);base64,/, {
    message: 'must be a data URL of a JPEG, PNG or WebP in base64',
  })
  @MaxLength(imageLength, { message: 'must not be a picture of more than 300 KB' })
  image?: string;

  @ApiPropertyOptional({ type: Number, minimum: -90, maximum: 90 })
  @MayBeAbsent()
  @IsNumber()
  @IsLatitude({ message: 'must be a latitude from -90 to 90' })
  latitude?: number;

  @ApiPropertyOptional({ type: Number, minimum: -180, maximum: 180 })
  @MayBeAbsent()
  @IsNumber()
  @IsLongitude({ message: 'must be a longitude from -180 to 180' })
  longitude?: number;

  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 5,
    default: 1,
    description: 'How often the same webhook comes, byte for byte',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(5)
  times?: number;
}

export class SentWebhookView implements SentWebhook {
  @ApiProperty({ type: String, nullable: true, description: 'Null when it was refused' })
  webhookId!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Null without an answer' }) status!:
    number | null;
  @ApiProperty({ description: 'Milliseconds until the answer' }) durationMs!: number;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Milliseconds until the signature was found right',
  })
  checkMs!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Milliseconds of the commit' })
  commitMs!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Webhooks that the same commit wrote' })
  rows!: number | null;
  @ApiProperty({ description: 'When it was posted' }) at!: Date;
}

export class SandboxMessageView {
  @ApiProperty({ type: String, nullable: true, description: "Meta's id of the message" })
  messageId!: string | null;
  @ApiProperty({ type: [SentWebhookView] }) sent!: SentWebhookView[];
}

export class SandboxVerifyBody {
  @MetaId({ description: 'An app of yours' })
  appId!: string;
}

export class SandboxVerifyView {
  @ApiProperty({ type: Number, nullable: true, description: 'What the callback URL answered' })
  status!: number | null;
  @ApiProperty({ description: 'It answered 200 and the challenge alone' }) ok!: boolean;
}

export class DestinationModeBody implements DestinationMode {
  @ApiProperty({ enum: modeNames })
  @IsIn(modeNames)
  mode!: ModeName;

  @ApiPropertyOptional({ type: 'integer', maximum: 120_000, description: 'Of `slow`: milliseconds' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(120_000)
  ms?: number;

  @ApiPropertyOptional({ type: 'integer', minimum: 200, maximum: 599, description: 'Of `status`' })
  @MayBeAbsent()
  @IsInt()
  @Min(200)
  @Max(599)
  status?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Of `status` and `429`: Retry-After in seconds' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(86_400)
  retryAfter?: number;

  @ApiPropertyOptional({ type: Number, description: 'Share of the requests, 0 to 1; the others get 200' })
  @MayBeAbsent()
  @IsNumber()
  @Min(0)
  @Max(1)
  probability?: number;

  @ApiPropertyOptional({ type: 'integer', description: 'Only for so many requests from now on' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  first?: number;
}

export class DestinationModeView {
  @ApiProperty({ example: 'ok' }) mode!: string;
  @ApiPropertyOptional() ms?: number;
  @ApiPropertyOptional() status?: number;
  @ApiPropertyOptional() retryAfter?: number;
  @ApiPropertyOptional() probability?: number;
  @ApiPropertyOptional() first?: number;
}

export class DestinationCountsView {
  @ApiProperty() received!: number;
  @ApiProperty({ description: 'With a wrong signature, where the secret is known to the simulator' })
  unsigned!: number;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' }, description: 'By mode' })
  answered!: Record<string, number>;
}

export class SandboxDestinationView implements Destination {
  @ApiProperty() name!: string;
  @ApiProperty({ format: 'uuid', description: 'The newest project that points to it' }) projectId!: string;
  @ApiProperty({ type: DestinationModeView }) mode!: DestinationModeView;
  @ApiProperty({ type: DestinationCountsView }) counts!: DestinationCountsView;
}

export class SandboxNumberView {
  @ApiProperty() phoneNumberId!: string;
  @ApiProperty() phoneNumber!: string;
  @ApiProperty() displayName!: string;
  @ApiProperty({ type: String, nullable: true, description: 'WABA id' }) businessId!: string | null;
}

export class SandboxView implements SandboxState {
  @ApiProperty({ description: 'A simulator runs beside this Waypost and answers' }) available!: boolean;
  @ApiProperty({ type: String, nullable: true }) simulatorUrl!: string | null;
  @ApiProperty({ type: [SandboxNumberView] }) numbers!: SandboxNumberView[];
  @ApiProperty({ type: [SandboxDestinationView], description: 'Those that projects of yours point to' })
  destinations!: SandboxDestinationView[];
}
