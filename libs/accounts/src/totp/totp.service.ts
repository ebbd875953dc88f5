import { Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID, type UserId } from '@waypost/contracts';
import { AppError, Clock, SecretBox, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import { Outbox } from '../mail/outbox.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import { expectThemselves, PasswordProof } from '../users/password-proof.ts';
import { looksLikeTotp, newTotpSecret, stepOf, totpUri } from './codes.ts';
import { hashOfRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-codes.ts';

interface Stored {
  secret: Buffer;
  /** A bigint, as text. */
  lastStep: string;
  confirmed: boolean;
}

/** People are of no tenant, so their secrets are sealed under the platform's key, each bound to its person. */
const placeOf = (userId: UserId) => ({
  tenantId: PLATFORM_TENANT_ID,
  table: 'user_totp',
  column: 'secret',
  rowId: userId,
});

/** The second factor: codes of an authenticator, each good once, and recovery codes for when it is lost. */
@Injectable()
export class TotpService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly proof: PasswordProof,
  ) {}

  /** Proposes a secret, which counts once `enable` has seen a code of it. Throws `wrong_state` while TOTP is on. */
  async setUp(
    me: PersonPrincipal,
    { password }: { password: string },
  ): Promise<{ secret: string; uri: string }> {
    await this.proof.expect(me, password);
    const secret = newTotpSecret();
    const sealed = await this.secrets.seal(placeOf(me.userId), secret);
    const stored = await this.tenancy.system((rows) =>
      rows.query<unknown[]>(
        `INSERT INTO user_totp (user_id, secret, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret, last_step = 0, created_at = excluded.created_at
           WHERE user_totp.confirmed_at IS NULL
         RETURNING user_id`,
        [me.userId, sealed, this.clock.now()],
      ),
    );
    if (stored.length === 0) throw alreadyOn();
    return { secret, uri: totpUri(secret, me.email) };
  }

  /** Throws `bad_code`, and `wrong_state` without a proposal. The recovery codes are shown this once. */
  async enable(me: PersonPrincipal, { code }: { code: string }): Promise<{ recoveryCodes: string[] }> {
    expectThemselves(me);
    await this.proof.expectFew(me);
    const stored = await this.read(me.userId);
    if (stored?.confirmed) throw alreadyOn();
    if (!stored) throw new AppError('wrong_state', 'Ask for a secret with auth/totp/setup first.');
    const step = await this.stepIn(me.userId, stored, code);
    if (step === undefined) throw badCode();
    const mail = await this.mail(me, 'enabled');
    const recoveryCodes = await this.tenancy.system(async (rows) => {
      const [confirmed]: [unknown[], number] = await rows.query(
        `UPDATE user_totp SET confirmed_at = $2, last_step = $3
         WHERE user_id = $1 AND confirmed_at IS NULL AND secret = $4 RETURNING user_id`,
        [me.userId, this.clock.now(), step, stored.secret],
      );
      if (confirmed.length === 0) throw alreadyOn();
      const codes = await this.renewCodes(rows, me.userId);
      await this.audit.record(rows, me, { action: 'totp.enabled', target: aboutMe(me) });
      await this.outbox.put(rows, mail);
      return codes;
    });
    this.outbox.wake();
    return { recoveryCodes };
  }

  /** Throws `bad_credentials`, `bad_code`, and `wrong_state` while TOTP is off. */
  async disable(me: PersonPrincipal, { password, code }: { password: string; code: string }): Promise<void> {
    await this.prove(me, password, code);
    const mail = await this.mail(me, 'disabled');
    await this.tenancy.system(async (rows) => {
      await this.remove(rows, me.userId);
      await this.audit.record(rows, me, { action: 'totp.disabled', target: aboutMe(me) });
      await this.outbox.put(rows, mail);
    });
    this.outbox.wake();
  }

  /** Throws what `disable` throws. The codes before are over. */
  async renewRecoveryCodes(
    me: PersonPrincipal,
    { password, code }: { password: string; code: string },
  ): Promise<{ recoveryCodes: string[] }> {
    await this.prove(me, password, code);
    const mail = await this.mail(me, 'recovery-codes');
    const recoveryCodes = await this.tenancy.system(async (rows) => {
      const codes = await this.renewCodes(rows, me.userId);
      await this.audit.record(rows, me, { action: 'recovery-codes.renewed', target: aboutMe(me) });
      await this.outbox.put(rows, mail);
      return codes;
    });
    this.outbox.wake();
    return { recoveryCodes };
  }

  /** Uses a code of the authenticator or a recovery code up. Throws `bad_code`, and `wrong_state` while TOTP is off. */
  async use(userId: UserId, code: string): Promise<'totp' | 'recovery-code'> {
    const stored = await this.read(userId);
    if (!stored?.confirmed) throw new AppError('wrong_state', 'No authenticator is set up for this account.');
    if (!looksLikeTotp(code)) {
      if (await this.useRecoveryCode(userId, code)) return 'recovery-code';
      throw badCode();
    }
    const step = await this.stepIn(userId, stored, code);
    if (step !== undefined && (await this.useStep(userId, step))) return 'totp';
    throw badCode();
  }

  /** In a unit of work of the system. */
  async remove(rows: EntityManager, userId: UserId): Promise<void> {
    await rows.query('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
    await rows.query('DELETE FROM user_totp WHERE user_id = $1', [userId]);
  }

  /** Codes that are left. */
  async recoveryCodesLeft(userId: UserId): Promise<number> {
    const [row] = await this.tenancy.system((rows) =>
      rows.query<{ left: number }[]>(
        'SELECT count(*)::int AS left FROM recovery_code WHERE user_id = $1 AND used_at IS NULL',
        [userId],
      ),
    );
    return row?.left ?? 0;
  }

  private async prove(me: PersonPrincipal, password: string, code: string): Promise<void> {
    await this.proof.expect(me, password);
    const limit = await this.proof.expectFew(me);
    await this.use(me.userId, code);
    await this.proof.succeeded(limit);
  }

  private async read(userId: UserId): Promise<Stored | undefined> {
    const [stored] = await this.tenancy.system((rows) =>
      rows.query<Stored[]>(
        `SELECT secret, last_step AS "lastStep", confirmed_at IS NOT NULL AS confirmed FROM user_totp WHERE user_id = $1`,
        [userId],
      ),
    );
    return stored;
  }

  private async stepIn(
    userId: UserId,
    { secret, lastStep }: Stored,
    code: string,
  ): Promise<number | undefined> {
    const plain = await this.secrets.open(placeOf(userId), secret);
    const step = await stepOf(plain, code, this.clock.now());
    return step !== undefined && step > Number(lastStep) ? step : undefined;
  }

  /** Of two who come with the same code at once, one finds it used. */
  private async useStep(userId: UserId, step: number): Promise<boolean> {
    const [used]: [unknown[], number] = await this.tenancy.system((rows) =>
      rows.query(
        `UPDATE user_totp SET last_step = $2 WHERE user_id = $1 AND last_step < $2 RETURNING user_id`,
        [userId, step],
      ),
    );
    return used.length > 0;
  }

  private async useRecoveryCode(userId: UserId, code: string): Promise<boolean> {
    const [used]: [unknown[], number] = await this.tenancy.system((rows) =>
      rows.query(
        `UPDATE recovery_code SET used_at = $3 WHERE user_id = $1 AND hash = $2 AND used_at IS NULL RETURNING user_id`,
        [userId, hashOfRecoveryCode(code), this.clock.now()],
      ),
    );
    return used.length > 0;
  }

  private async renewCodes(rows: EntityManager, userId: UserId): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await rows.query('DELETE FROM recovery_code WHERE user_id = $1', [userId]);
    await rows.query(
      'INSERT INTO recovery_code (user_id, hash, created_at) SELECT $1, hash, $3 FROM unnest($2::bytea[]) hash',
      [userId, codes.map(hashOfRecoveryCode), this.clock.now()],
    );
    return codes;
  }

  private mail({ email, name, locale }: PersonPrincipal, change: 'enabled' | 'disabled' | 'recovery-codes') {
    const values = { name, change, at: this.clock.now() };
    return this.outbox.prepare({ to: email, template: 'totp-changed', locale, values });
  }
}

function aboutMe({ userId }: PersonPrincipal) {
  return { type: 'person', id: userId };
}

function alreadyOn(): AppError {
  return new AppError(
    'wrong_state',
    'An authenticator is set up already. Switch it off first to set up another one.',
  );
}

function badCode(): AppError {
  return new AppError(
    'bad_code',
    'The code is wrong, over or was used before. Take the one that your authenticator shows now, or a recovery code that is unused.',
  );
}
