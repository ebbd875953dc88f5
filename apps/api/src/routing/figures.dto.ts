import { ApiProperty } from '@nestjs/swagger';
import type { Bucket, DeliveryState, Histogram } from '@waypost/hub';

export class DeliveryCountView {
  @ApiProperty({ type: 'integer' }) count!: number;
  @ApiProperty({ type: Date, nullable: true, description: 'When the oldest of them was taken up' }) oldestAt!: Date | null;
}

export class BucketView implements Bucket {
  @ApiProperty({ description: 'When it begins' }) at!: Date;
  @ApiProperty({ type: 'integer' }) delivered!: number;
  @ApiProperty({ type: 'integer', description: 'Waiting for another attempt, or failed' }) troubled!: number;
  @ApiProperty({ type: 'integer', description: 'Pending, or on their way' }) open!: number;
}

export class DeliveryTotalsView implements Record<DeliveryState, number> {
  @ApiProperty({ type: 'integer' }) pending!: number;
  @ApiProperty({ type: 'integer' }) delivering!: number;
  @ApiProperty({ type: 'integer' }) delivered!: number;
  @ApiProperty({ type: 'integer' }) waiting!: number;
  @ApiProperty({ type: 'integer' }) failed!: number;
  @ApiProperty({ type: 'integer' }) cancelled!: number;
}

export class HistogramView implements Histogram {
  @ApiProperty() since!: Date;
  @ApiProperty() until!: Date;
  @ApiProperty({ type: 'integer', description: 'Milliseconds that a bucket spans' }) bucketMs!: number;
  @ApiProperty({ type: [BucketView] }) buckets!: BucketView[];
  @ApiProperty({ type: DeliveryTotalsView }) totals!: DeliveryTotalsView;
}
