import { Injectable } from '@nestjs/common';
import { Clock, Mailer, Tenancy } from '@waypost/platform';

/** How mails stand, for the operator. Addresses are nowhere in it. */
export interface MailFigures {
  /** Whether there is a mail server: without one mails wait. */
  configured: boolean;
  waiting: number;
  /** Seconds since the oldest of them was written; 0 when none waits. */
  oldestSeconds: number;
  sent24h: number;
  /** Given up within the last day. */
  failed24h: number;
  /** Why the last one that has trouble was not taken. */
  lastError: string | null;
}

@Injectable()
export class MailFiguresService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async read(): Promise<MailFigures> {
    const now = this.clock.now();
    const [counts]: Omit<MailFigures, 'configured'>[] = await this.tenancy.system((rows) =>
      rows.query(
        `SELECT count(*) FILTER (WHERE open)::int AS waiting,
                coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE open)), 0)::float AS "oldestSeconds",
                count(*) FILTER (WHERE state = 'sent')::int AS "sent24h",
                count(*) FILTER (WHERE state = 'failed')::int AS "failed24h",
                (array_agg(last_error ORDER BY coalesce(finished_at, next_at) DESC) FILTER (WHERE last_error IS NOT NULL))[1]
                  AS "lastError"
         FROM (SELECT *, state IN ('queued', 'sending') AS open FROM outbox
               WHERE channel = 'mail' AND (state IN ('queued', 'sending')
                 OR state IN ('sent', 'failed') AND finished_at > $1::timestamptz - interval '1 day')) o`,
        [now],
      ),
    );
    const none = { waiting: 0, oldestSeconds: 0, sent24h: 0, failed24h: 0, lastError: null };
    return { configured: this.mailer.configured, ...(counts ?? none) };
  }
}
