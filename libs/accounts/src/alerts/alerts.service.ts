import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID, type TenantId } from '@waypost/contracts';
import { Clock, Log, SETTINGS, type Settings, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { publicAddress } from '../mail/links.ts';
import { Outbox, type PreparedMail } from '../mail/outbox.ts';
import type { AlertKind } from '../mail/templates.ts';
import { Notices } from './notices.ts';
import {
  type AlertState,
  type Figures,
  judge,
  nextStep,
  RECENT_MINUTES,
  type Step,
  type Verdict,
} from './spikes.ts';

/** What was seen of one thing that is watched. */
export interface Observation {
  tenantId: TenantId;
  kind: AlertKind;
  recent: Figures;
  before: Figures;
}

/** Work that has waited so long is an alert, whatever is usual. */
const LATE_SECONDS = 120;

type StoredAlert = AlertState & { usual: number };

/** Keeps what is watched, decides when it is news, and tells those who want to know. */
@Injectable()
export class AlertsService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly notices: Notices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly log: Log,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Alerts that stand, so that their end is looked for even where nothing is seen any more. */
  raised(): Promise<{ tenantId: TenantId; kind: AlertKind }[]> {
    return this.tenancy.system((rows) =>
      rows.query('SELECT tenant_id AS "tenantId", kind FROM alert WHERE raised'),
    );
  }

  async heed(seen: Observation): Promise<void> {
    const { tenantId, kind } = seen;
    const stored = await this.tenancy.system((rows) => find(rows, tenantId, kind));
    const verdict = verdictOn(seen, stored);
    const step = nextStep(stored, verdict.spiking, this.clock.now());
    if (step.next === 'stay') return;
    const mails = step.tell ? await this.words(seen, verdict, step, stored) : [];
    const mine = await this.tenancy.system(async (rows) => {
      if (!(await this.store(rows, { seen, verdict, step, stored }))) return false;
      await this.outbox.put(rows, mails);
      return true;
    });
    // Another process has seen the same and told of it.
    if (!mine) return;
    if (mails.length > 0) this.outbox.wake();
    const word = { raise: 'alert raised', remind: 'alert goes on', end: 'alert over' }[step.next];
    this.log.warn(word, {
      tenantId,
      kind,
      count: seen.recent.bad,
      total: seen.recent.total,
      expected: verdict.expected,
    });
  }

  private words(
    { tenantId, kind, recent }: Observation,
    { expected }: Verdict,
    step: Step,
    stored: StoredAlert | undefined,
  ): Promise<PreparedMail> {
    const link = `${publicAddress(this.settings)}/app/${tenantId === PLATFORM_TENANT_ID ? 'admin' : 'deliveries'}`;
    const about = 'errorSpikes' as const;
    if (step.next === 'end') {
      const since = stored?.since ?? this.clock.now();
      const event = { type: 'alert.over', data: { kind, since } };
      return this.notices.prepare({
        tenantId,
        about,
        template: 'error-spike-over',
        values: { kind, since, link },
        event,
      });
    }
    const figures = { kind, count: recent.bad, total: recent.total, minutes: RECENT_MINUTES };
    const values = { ...figures, before: expected, link };
    const event = { type: 'alert.raised', data: { ...figures, expected } };
    return this.notices.prepare({ tenantId, about, template: 'error-spike', values, event });
  }

  /** False when the row is no longer what was decided by. */
  private async store(
    rows: EntityManager,
    {
      seen,
      verdict,
      step,
      stored,
    }: { seen: Observation; verdict: Verdict; step: Step; stored?: StoredAlert },
  ): Promise<boolean> {
    const now = this.clock.now();
    const raised = step.next !== 'end';
    const since = step.next === 'remind' && stored ? stored.since : now;
    const toldAt = step.next !== 'stay' && step.tell ? now : (stored?.toldAt ?? null);
    const changed: unknown[] = await rows.query(
      `INSERT INTO alert AS a (tenant_id, kind, raised, since, usual, told_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id, kind) DO UPDATE SET raised = $3, since = $4, usual = $5, told_at = $6
       WHERE a.raised = $7 AND a.since = $8 AND a.told_at IS NOT DISTINCT FROM $9 RETURNING 1`,
      [
        seen.tenantId,
        seen.kind,
        raised,
        since,
        verdict.usual,
        toldAt,
        stored?.raised,
        stored?.since,
        stored?.toldAt,
      ],
    );
    return changed.length > 0;
  }
}

function verdictOn({ kind, recent, before }: Observation, stored: StoredAlert | undefined): Verdict {
  if (kind === 'waiting-work') return { spiking: recent.bad >= LATE_SECONDS, expected: 0, usual: 0 };
  return judge(recent, before, stored?.raised ? stored.usual : undefined);
}

async function find(
  rows: EntityManager,
  tenantId: TenantId,
  kind: AlertKind,
): Promise<StoredAlert | undefined> {
  const [found]: StoredAlert[] = await rows.query(
    `SELECT raised, since, usual, told_at AS "toldAt" FROM alert WHERE tenant_id = $1 AND kind = $2`,
    [tenantId, kind],
  );
  return found;
}
