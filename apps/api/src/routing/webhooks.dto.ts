import { ApiProperty } from '@nestjs/swagger';
import type { TracedEvent, WebhookTrace } from '@waypost/hub';
import { AttemptView, attemptView, DeliveryView, deliveryView } from './events.dto.ts';

export class TracedDeliveryView extends DeliveryView {
  @ApiProperty({ type: [AttemptView] }) log!: AttemptView[];
}

export class TracedEventView {
  @ApiProperty({ format: 'uuid' }) id!: string;
  @ApiProperty({ description: 'When the webhook was split into it' }) splitAt!: Date;
  @ApiProperty({ type: 'integer' }) items!: number;
  @ApiProperty({ type: [String] }) kinds!: string[];
  @ApiProperty({ type: [TracedDeliveryView] }) deliveries!: TracedDeliveryView[];
}

export class WebhookTraceView {
  @ApiProperty({ format: 'uuid' }) webhookId!: string;
  @ApiProperty() receivedAt!: Date;
  @ApiProperty({ type: 'integer' }) bytes!: number;
  @ApiProperty({ description: 'Of the bytes that came, in hex' }) sha256!: string;
  @ApiProperty({
    enum: ['stored', 'split', 'quarantined'],
    description: '`stored`: not split yet; split without events: everything in it had come before',
  })
  state!: WebhookTrace['state'];
  @ApiProperty({ type: [TracedEventView] }) events!: TracedEventView[];
}

export function traceView({ events, ...trace }: WebhookTrace): WebhookTraceView {
  return { ...trace, events: events.map(tracedEventView) };
}

function tracedEventView({ deliveries, ...event }: TracedEvent): TracedEventView {
  return {
    ...event,
    deliveries: deliveries.map((delivery) => ({ ...deliveryView(delivery), log: delivery.log.map(attemptView) })),
  };
}
