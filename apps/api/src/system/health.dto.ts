import { ApiProperty } from '@nestjs/swagger';
import type { Check, Readiness } from './health.service.ts';

class LiveProcess {
  @ApiProperty({ enum: ['api', 'worker'] })
  kind!: string;

  @ApiProperty()
  startedAt!: Date;

  @ApiProperty()
  seenAt!: Date;
}

export class HealthView {
  @ApiProperty({ example: 'Waypost' })
  name!: string;

  @ApiProperty({ example: '0.1.0' })
  version!: string;

  @ApiProperty({ type: 'integer', description: 'Seconds since this process started' })
  uptime!: number;

  @ApiProperty({ type: [LiveProcess], description: 'Heard of in the last ten seconds' })
  processes!: LiveProcess[];
}

export class LiveView {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';
}

class ReadyChecks {
  @ApiProperty({ enum: ['ok', 'down'] })
  database!: Check;

  @ApiProperty({ enum: ['ok', 'down'] })
  queue!: Check;

  @ApiProperty({ enum: ['ok', 'down'], description: 'Whether one was heard of in the last ten seconds' })
  workers!: Check;
}

export class ReadyView implements Readiness {
  @ApiProperty({ enum: ['ok', 'degraded', 'down'], description: 'degraded: served, but the queue or every worker is away' })
  status!: Readiness['status'];

  @ApiProperty({ type: ReadyChecks })
  checks!: ReadyChecks;
}
