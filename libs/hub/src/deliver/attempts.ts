import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Egress, EgressFailed, EgressRefused, Metrics, traced, traceHeaders } from '@waypost/platform';
import { signBody } from '@waypost/whatsapp';
import type { AttemptResult, DeliveryJob } from './delivery-job.ts';
import { retryAfterMs } from './schedule.ts';
import type { Target } from './target-cache.ts';

/** What of a delivery the call says. */
type Signed = Pick<DeliveryJob, 'id' | 'eventId' | 'attempts' | 'body'>;

/** How much of an answer is kept. */
const RESPONSE_BYTES = 16 << 10;

/** Makes one attempt: signs the body as it is and posts it. */
@Injectable()
export class Attempts {
  private readonly durations;

  constructor(
    private readonly egress: Egress,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    this.durations = metrics.histogram({
      name: 'waypost_delivery_attempt_seconds',
      help: 'Time that projects take to answer a delivery, by the class of the answer',
      labels: ['answer'],
    });
  }

  async perform(job: Signed, target: Target): Promise<AttemptResult> {
    const attributes = { deliveryId: job.id, eventId: job.eventId, attempt: job.attempts + 1 };
    const result = await traced('deliver', { attributes, kind: 'client' }, () => this.call(job, target));
    const answer = result.kind === 'answered' ? `${Math.floor(result.status / 100)}xx` : 'none';
    this.durations.observe({ answer }, result.durationMs / 1000);
    return result;
  }

  private async call(job: Signed, target: Target): Promise<AttemptResult> {
    const startedAt = this.clock.now();
    const start = performance.now();
    const durationMs = () => Math.round(performance.now() - start);
    try {
      const answer = await this.egress.request({
        method: 'POST',
        url: target.endpoint,
        headers: { ...signedHeaders(job, target, startedAt), ...traceHeaders() },
        body: job.body,
        timeoutMs: target.timeoutMs,
        maxResponseBytes: RESPONSE_BYTES,
      });
      const retryAfter = answer.headers['retry-after'];
      return {
        kind: 'answered',
        status: answer.status,
        retryAfterMs: retryAfterMs(Array.isArray(retryAfter) ? retryAfter[0] : retryAfter, startedAt),
        response: answer.body,
        startedAt,
        durationMs: durationMs(),
      };
    } catch (error) {
      if (error instanceof EgressFailed || error instanceof EgressRefused) {
        return { kind: 'failed', error: error.message, startedAt, durationMs: durationMs() };
      }
      throw error;
    }
  }
}

/**
 * Meta's own header, so that an existing receiver keeps its check, and the Standard Webhooks ones. While a secret
 * is being replaced Standard Webhooks carries both signatures; Meta's header has room for one, the new secret's.
 */
export function signedHeaders(
  job: Signed,
  target: Pick<Target, 'headers' | 'keys' | 'previousKeys'>,
  now: Date,
): Record<string, string> {
  const timestamp = Math.floor(now.getTime() / 1000);
  const keys = [target.keys.standard];
  if (target.previousKeys && target.previousKeys.until > now) keys.push(target.previousKeys.standard);
  const signatures = keys.map((key) =>
    createHmac('sha256', key).update(`${job.id}.${timestamp}.`).update(job.body).digest('base64'),
  );
  return {
    ...target.headers,
    'content-type': 'application/json',
    'user-agent': 'Waypost',
    'x-hub-signature-256': signBody(job.body, target.keys.hub),
    'webhook-id': job.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.map((signature) => `v1,${signature}`).join(' '),
    'x-waypost-event-id': job.eventId,
    'x-waypost-attempt': String(job.attempts + 1),
  };
}
