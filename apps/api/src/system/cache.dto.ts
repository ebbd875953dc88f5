import { ApiProperty } from '@nestjs/swagger';
import type { CacheStats } from '@waypost/platform';

class CacheView implements CacheStats {
  @ApiProperty({ example: 'numbers' })
  name!: string;

  @ApiProperty({ type: 'integer' })
  entries!: number;

  @ApiProperty({ type: 'integer' })
  hits!: number;

  @ApiProperty({ type: 'integer' })
  misses!: number;

  @ApiProperty({ type: 'integer' })
  clears!: number;
}

class ProcessView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['api', 'worker'] })
  kind!: string;

  @ApiProperty()
  host!: string;

  @ApiProperty({ type: 'integer' })
  pid!: number;
}

class ProcessCaches extends ProcessView {
  @ApiProperty()
  seenAt!: Date;

  @ApiProperty({ type: [CacheView] })
  caches!: CacheView[];
}

class CacheTotals {
  @ApiProperty({ type: 'integer' })
  entries!: number;

  @ApiProperty({ type: 'integer' })
  hits!: number;

  @ApiProperty({ type: 'integer' })
  misses!: number;

  @ApiProperty({
    type: 'number',
    nullable: true,
    description: '0 to 1; null before the first look-up',
    example: 0.97,
  })
  hitRate!: number | null;
}

export class CacheStatsView {
  @ApiProperty({ type: CacheTotals })
  totals!: CacheTotals;

  @ApiProperty({ type: [ProcessCaches] })
  processes!: ProcessCaches[];
}

class ClearedProcess extends ProcessView {
  @ApiProperty()
  cleared!: boolean;
}

export class CacheClearView {
  @ApiProperty({ type: 'integer', description: 'Processes that hold nothing older than this call' })
  cleared!: number;

  @ApiProperty({ type: 'integer', description: 'Processes that have not confirmed it within two seconds' })
  pending!: number;

  @ApiProperty({ type: [ClearedProcess] })
  processes!: ClearedProcess[];
}
