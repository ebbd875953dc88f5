import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { TenantId } from '@waypost/contracts';
import { Clock, Log, Tenancy } from '@waypost/platform';
import type { WebhookPayload } from '@waypost/whatsapp';
import type { AppWithSecret } from '../apps/meta-app-secrets.ts';
import type { Refusal } from './refusals.ts';
import { Notes } from './notes.ts';

type NotedApp = Pick<AppWithSecret, 'tenantId' | 'id'>;

interface AppNote extends NotedApp {
  verifiedAt: Date | null;
  webhookAt: Date | null;
  refusedAt: Date | null;
  refusal: Refusal | null;
}

interface NumberNote {
  /** The app whose signature was checked. */
  tenantId: TenantId;
  appId: string;
  webhookAt: Date;
}

const LOOK_MS = 1_000;

/**
 * What the intake learns of apps and numbers, on its way into `meta_app_intake` and `phone_number_intake`: in memory
 * first, and in the database at most once in ten seconds per app and number, so that no traffic, forged or not, costs
 * a statement each. A process that dies takes the last seconds of it with it.
 */
@Injectable()
export class IntakeNotes implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly apps = new Notes<AppNote>();
  private readonly numbers = new Notes<NumberNote>();
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> | undefined;
  private failing = false;

  constructor(
    private readonly tenancy: Tenancy,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), LOOK_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.writing;
    await this.write({ all: true });
  }

  /** Meta has proved the address with the app's verify token. */
  verified(app: NotedApp): void {
    this.noteOf(app).verifiedAt = this.clock.now();
  }

  /** A webhook of the app was taken in. Called per webhook: nothing here may take long. */
  accepted(app: NotedApp, payload: WebhookPayload | undefined): void {
    const webhookAt = this.clock.now();
    this.noteOf(app).webhookAt = webhookAt;
    if (!payload) return;
    for (const { changes } of payload.entry) {
      for (const { value } of changes) {
        const number = (value.metadata as { phone_number_id?: unknown } | null | undefined)?.phone_number_id;
        if (typeof number === 'string')
          this.numbers.set(number, { tenantId: app.tenantId, appId: app.id, webhookAt });
      }
    }
  }

  /** A webhook that named the app was refused. */
  refused(app: NotedApp, refusal: Refusal): void {
    Object.assign(this.noteOf(app), { refusedAt: this.clock.now(), refusal });
  }

  private noteOf({ tenantId, id }: NotedApp): AppNote {
    const blank = () => ({ tenantId, id, verifiedAt: null, webhookAt: null, refusedAt: null, refusal: null });
    return this.apps.edit(id, blank);
  }

  private write(options: { all?: boolean } = {}): Promise<void> {
    this.writing ??= this.writeDue(options).finally(() => (this.writing = undefined));
    return this.writing;
  }

  private async writeDue(options: { all?: boolean }): Promise<void> {
    const apps = this.apps.takeDue(performance.now(), options);
    const numbers = this.numbers.takeDue(performance.now(), options);
    try {
      if (apps.length > 0) await this.writeApps(apps.map(([, note]) => note));
      if (numbers.length > 0) await this.writeNumbers(numbers);
      this.failing = false;
    } catch (error) {
      this.apps.giveBack(apps);
      this.numbers.giveBack(numbers);
      // A database that is away is said once, not every second.
      if (!this.failing) this.log.failure('notes of the intake not written; tried again every second', error);
      this.failing = true;
    }
  }

  private async writeApps(notes: AppNote[]): Promise<void> {
    const column = <K extends keyof AppNote>(key: K) => notes.map((note) => note[key]);
    // Sorted, so that two processes wait for each other instead of locking each other out.
    await this.tenancy.system((rows) =>
      rows.query(
        `INSERT INTO meta_app_intake AS i (tenant_id, meta_app_id, verified_at, last_webhook_at, last_refused_at, last_refused_reason)
         SELECT a.tenant_id, a.id, u.verified_at, u.webhook_at, u.refused_at, u.refusal
         FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::text[])
           AS u(tenant_id, id, verified_at, webhook_at, refused_at, refusal)
         JOIN meta_app a ON a.tenant_id = u.tenant_id AND a.id = u.id ORDER BY a.id
         ON CONFLICT (tenant_id, meta_app_id) DO UPDATE SET
           verified_at = greatest(i.verified_at, excluded.verified_at),
           last_webhook_at = greatest(i.last_webhook_at, excluded.last_webhook_at),
           last_refused_reason = CASE WHEN excluded.last_refused_at >= coalesce(i.last_refused_at, '-infinity')
             THEN excluded.last_refused_reason ELSE i.last_refused_reason END,
           last_refused_at = greatest(i.last_refused_at, excluded.last_refused_at)`,
        [
          column('tenantId'),
          column('id'),
          column('verifiedAt'),
          column('webhookAt'),
          column('refusedAt'),
          column('refusal'),
        ],
      ),
    );
  }

  /** Only for numbers for which the app may speak: a right signature proves the app, not the numbers it names. */
  private async writeNumbers(notes: [string, NumberNote][]): Promise<void> {
    await this.tenancy.system((rows) =>
      rows.query(
        `INSERT INTO phone_number_intake AS i (tenant_id, phone_number_id, last_webhook_at)
         SELECT n.tenant_id, n.id, u.webhook_at
         FROM unnest($1::text[], $2::uuid[], $3::uuid[], $4::timestamptz[]) AS u(number, tenant_id, app_id, webhook_at)
         JOIN phone_number n ON n.phone_number_id = u.number AND (n.meta_app_id = u.app_id OR n.tenant_id = u.tenant_id)
         ORDER BY n.id
         ON CONFLICT (tenant_id, phone_number_id) DO UPDATE SET
           last_webhook_at = greatest(i.last_webhook_at, excluded.last_webhook_at)`,
        [
          notes.map(([number]) => number),
          notes.map(([, note]) => note.tenantId),
          notes.map(([, note]) => note.appId),
          notes.map(([, note]) => note.webhookAt),
        ],
      ),
    );
  }
}
