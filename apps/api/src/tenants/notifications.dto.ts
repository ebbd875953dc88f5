import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { ChangedNotifications, MailFigures, Notifications } from '@waypost/accounts';
import { ArrayMaxSize, IsArray, IsBoolean, IsEmail, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

const emails = {
  type: String,
  isArray: true as const,
  maxItems: 10,
  description:
    'Empty: those who administer and develop the tenant; for the platform, OPERATOR_EMAIL or the super-admins',
  example: ['ops@example.com'] as string[],
};
const webhookUrl = {
  type: String,
  nullable: true,
  description: 'Called with a signed POST (Standard Webhooks)',
  example: 'https://example.com/alerts',
};

export class NotificationsView implements Notifications {
  @ApiProperty(emails)
  emails!: string[];

  @ApiProperty(webhookUrl)
  webhookUrl!: string | null;

  @ApiProperty({ description: 'Of projects that have failed for days, and of their disabling' })
  projectFailing!: boolean;

  @ApiProperty({ description: 'When more goes wrong than usual, and when that is over' })
  errorSpikes!: boolean;
}

export class ChangedNotificationsView extends NotificationsView implements ChangedNotifications {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Of a webhook that was just named; shown this once. A new address has a new one',
    example: 'whsec_…',
  })
  webhookSecret!: string | null;
}

export class NotificationsBody {
  @ApiPropertyOptional(emails)
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @IsEmail({ require_tld: false }, { each: true })
  @MaxLength(254, { each: true })
  emails?: string[];

  @ApiPropertyOptional({ ...webhookUrl, minLength: 1, maxLength: 2_000 })
  @IsOptional()
  @IsString()
  @Length(1, 2_000)
  webhookUrl?: string | null;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  projectFailing?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  errorSpikes?: boolean;
}

export class MailFiguresView implements MailFigures {
  @ApiProperty({ description: 'Whether there is a mail server (SMTP_HOST); without one mails wait' })
  configured!: boolean;

  @ApiProperty({ type: 'integer' })
  waiting!: number;

  @ApiProperty({ description: 'Seconds since the oldest of them was written' })
  oldestSeconds!: number;

  @ApiProperty({ type: 'integer' })
  sent24h!: number;

  @ApiProperty({ type: 'integer', description: 'Given up within a day' })
  failed24h!: number;

  @ApiProperty({ type: String, nullable: true, description: 'Why the last one in trouble was not taken' })
  lastError!: string | null;
}
