import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Attention,
  type AttentionKind,
  attentionKinds,
  type Figures,
  type Overview,
  type ProjectOverview,
} from '@waypost/hub';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../waba/field-rules.ts';

const dateOrNull = { type: Date, nullable: true };
const count = (description?: string) => ApiProperty({ type: 'integer', description });
const milliseconds = (description: string) =>
  ApiProperty({
    type: 'integer',
    nullable: true,
    description: `${description}, in milliseconds; null when nothing was delivered`,
  });

export class OverviewQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: 168,
    default: 24,
    description: 'How far back',
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(168)
  hours: number = 24;
}

export class SetupView {
  @ApiProperty() account!: boolean;
  @ApiProperty() app!: boolean;
  @ApiProperty({ description: 'Meta has proved the address of an app, or has sent something' })
  verified!: boolean;
  @ApiProperty() number!: boolean;
  @ApiProperty() project!: boolean;
  @ApiProperty() mapping!: boolean;
  @ApiProperty() webhook!: boolean;
}

export class AttentionSubjectView {
  @ApiProperty({ enum: ['project', 'app', 'number'] }) type!: Attention['subject']['type'];
  @ApiProperty({ description: "A project's id, or Meta's id of an app or a number" }) id!: string;
  @ApiProperty() name!: string;
}

export class AttentionView implements Attention {
  @ApiProperty({ enum: attentionKinds }) kind!: AttentionKind;
  @ApiProperty({ enum: ['bad', 'warn'] }) severity!: Attention['severity'];
  @ApiProperty({ type: AttentionSubjectView }) subject!: AttentionSubjectView;
  @ApiProperty(dateOrNull) since!: Date | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Of deliveries, or of failures in a row (project_failing)',
  })
  count!: number | null;
  @ApiProperty({ ...dateOrNull, description: 'When the pause of an open circuit ends' }) until!: Date | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '`manual`, `gone` or `failing` of a disabled project; a sentence of a refused app',
  })
  detail!: string | null;
}

export class WindowFiguresView implements Figures {
  @count('Events that came, tests apart') received!: number;
  @count() delivered!: number;
  @count('Given up') failed!: number;
  @count('Not out yet (waiting or pending), whenever it came; in `previous`: what came then')
  waiting!: number;
  @milliseconds('Half of all deliveries took no longer from arrival to the 2xx') p50Ms!: number | null;
  @milliseconds('Nineteen of twenty took no longer') p95Ms!: number | null;
}

export class FiguresView extends WindowFiguresView {
  @ApiProperty({ type: WindowFiguresView, description: 'The same of the window before, as long as this one' })
  previous!: WindowFiguresView;
}

export class HourView {
  @ApiProperty() at!: Date;
  @count() received!: number;
  @count() delivered!: number;
  @count('Failed, or waiting for another try') troubled!: number;
}

export class TickView {
  @ApiProperty() at!: Date;
  @count() delivered!: number;
  @count('Failed, or waiting for another try') troubled!: number;
}

export class ProjectOverviewView implements ProjectOverview {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty() slug!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ enum: ['enabled', 'disabled'] }) status!: ProjectOverview['status'];
  @ApiProperty({ enum: ['closed', 'open', 'half_open'] }) breaker!: ProjectOverview['breaker'];
  @ApiProperty(dateOrNull) openUntil!: Date | null;
  @count('Not out yet, whenever it came; counted up to 100,000') waiting!: number;
  @count() failed!: number;
  @count() delivered!: number;
  @ApiProperty({ type: [TickView], description: '24 equal parts of the range' }) ticks!: TickView[];
}

export class OverviewView implements Overview {
  @ApiProperty({ ...dateOrNull, description: 'Of what is kept' }) firstWebhookAt!: Date | null;
  @ApiProperty({ type: SetupView }) setup!: SetupView;
  @ApiProperty({ type: [AttentionView], description: 'At most 20, the most harmful first' })
  attention!: AttentionView[];
  @ApiProperty({ type: FiguresView }) figures!: FiguresView;
  @ApiProperty({ type: [HourView], description: 'As many as were asked for, the last one ending now' })
  hours!: HourView[];
  @ApiProperty({ type: [ProjectOverviewView], description: 'Newest first, at most 200' })
  projects!: ProjectOverviewView[];
}
