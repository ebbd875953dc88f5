import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { Clock, Egress, EgressFailed, EgressRefused, SecretBox, Tenancy } from '@waypost/platform';

/** What the body of a call opens to: the address is read when it is made, since it may have been mended meanwhile. */
export interface StoredCall {
  body: string;
}

/** The other side did not take the call. */
export class CallFailed extends Error {
  override readonly name = 'CallFailed';
  readonly forGood: boolean;

  constructor(message: string, forGood = false) {
    super(message);
    this.forGood = forGood;
  }
}

export const webhookSecretPlace = (tenantId: TenantId) => ({
  tenantId,
  table: 'notification_settings',
  column: 'webhook_secret',
  rowId: tenantId,
});

/** Calls the webhook that a tenant, or the operator, wants to hear of trouble by. */
@Injectable()
export class AlertCalls {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly egress: Egress,
    private readonly clock: Clock,
  ) {}

  /** Throws CallFailed unless it is answered with a 2xx. */
  async send({ tenantId, id }: { tenantId: TenantId; id: string }, { body }: StoredCall): Promise<void> {
    const [target]: { url: string | null; secret: Buffer | null }[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT webhook_url AS url, webhook_secret AS secret FROM notification_settings WHERE tenant_id = $1`,
        [tenantId],
      ),
    );
    if (!target?.url || !target.secret) throw new CallFailed('Nobody wants to be called any more.', true);
    const secret = await this.secrets.open(webhookSecretPlace(tenantId), target.secret);
    const headers = signedHeaders({ id, secret, body, now: this.clock.now() });
    const answer = await this.egress
      .request({ method: 'POST', url: target.url, headers, body, timeoutMs: 15_000, maxResponseBytes: 4_096 })
      .catch((error: unknown) => {
        if (error instanceof EgressFailed || error instanceof EgressRefused)
          throw new CallFailed(error.message);
        throw error;
      });
    if (answer.status < 200 || answer.status > 299)
      throw new CallFailed(`It was answered with ${answer.status}.`);
  }
}

/** As Standard Webhooks has it: https://www.standardwebhooks.com. The id is the same for every attempt. */
export function signedHeaders({
  id,
  secret,
  body,
  now,
}: {
  id: string;
  secret: string;
  body: string;
  now: Date;
}) {
  const timestamp = Math.floor(now.getTime() / 1000);
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'user-agent': 'Waypost',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
