import { Injectable } from '@nestjs/common';
import { PLATFORM_TENANT_ID, type TenantId, type UserId } from '@waypost/contracts';
import { AppError, Clock, Tenancy } from '@waypost/platform';
import type { EntityManager } from 'typeorm';
import { Audit } from '../audit/audit.ts';
import type { PersonPrincipal } from '../sessions/principal.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { PasswordProof } from './password-proof.ts';
import { User } from './user.entity.ts';

type Row = Record<string, unknown>;

/** Of the address that stands in for that of somebody who was erased. */
export const ERASED_DOMAIN = 'erased.invalid';

/** All that is kept about somebody who works here. */
export interface OwnData {
  person: Row | null;
  memberships: Row[];
  sessions: Row[];
  invitations: Row[];
  /** What they did, newest first: 5,000 entries at most. */
  audit: Row[];
}

const MOST_ENTRIES = 5_000;

/** What Waypost knows of the people who use it: to be handed out to them, and to be forgotten. */
@Injectable()
export class OwnDataService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  export({ userId, email }: PersonPrincipal): Promise<OwnData> {
    return this.tenancy.system(async (rows) => {
      const read = (sql: string, values: unknown[] = [userId]): Promise<Row[]> => rows.query(sql, values);
      const [person] = await read(
        `SELECT id, email, name, locale, status, super_admin AS "superAdmin", email_verified_at AS "emailVerifiedAt",
                created_at AS "createdAt", updated_at AS "updatedAt" FROM app_user WHERE id = $1`,
      );
      return {
        person: person ?? null,
        memberships: await read(
          `SELECT t.slug AS tenant, m.role, m.created_at AS since FROM membership m JOIN tenant t ON t.id = m.tenant_id
           WHERE m.user_id = $1 ORDER BY m.created_at`,
        ),
        sessions: await read(
          `SELECT id, methods, address, user_agent AS "userAgent", created_at AS "createdAt", used_at AS "usedAt", ended_at AS "endedAt"
           FROM session WHERE user_id = $1 ORDER BY id DESC`,
        ),
        invitations: await read(
          `SELECT t.slug AS tenant, i.role, i.created_at AS "createdAt" FROM invite i JOIN tenant t ON t.id = i.tenant_id
           WHERE i.email = $1 ORDER BY i.id`,
          [email],
        ),
        audit: (
          await read(
            `SELECT content::jsonb AS entry FROM audit_entry WHERE tenant_id = ANY(array(
               SELECT tenant_id FROM membership WHERE user_id = $1::uuid) || $2::uuid) AND actor_id = $1::text ORDER BY at DESC LIMIT ${MOST_ENTRIES}`,
            [userId, PLATFORM_TENANT_ID],
          )
        ).map(({ entry }) => entry as Row),
      };
    });
  }

  /**
   * Forgets the person: all that is theirs is deleted, and the row that the audit refers to keeps no name and no e-mail.
   * Throws `bad_credentials`, and `wrong_state` where nobody would be left to administrate.
   */
  async erase(me: PersonPrincipal, password: string): Promise<void> {
    await this.proof.expect(me, password);
    const { userId } = me;
    await this.tenancy.system(async (rows) => {
      const user = await rows.findOne(User, { where: { id: userId }, lock: { mode: 'pessimistic_write' } });
      if (!user) return;
      if (user.superAdmin) await expectAnotherSuperAdmin(rows, userId);
      for (const tenantId of await leave(rows, userId)) {
        const target = { type: 'person', id: userId };
        await this.audit.record(rows, me, {
          action: 'member.removed',
          target,
          tenantId,
          after: { erased: true },
        });
      }
      await this.sessions.endAll(rows, userId);
      for (const { table, column } of await ownTables(rows))
        await rows.query(`DELETE FROM ${table} WHERE ${column} = $1`, [userId]);
      await rows.query(`UPDATE invite SET invited_by_name = '', invited_by = NULL WHERE invited_by = $1`, [
        userId,
      ]);
      await rows.query('DELETE FROM invite WHERE email = $1', [user.email]);
      await rows.query(
        `UPDATE app_user SET email = id || '@${ERASED_DOMAIN}', name = '', password_hash = NULL, status = 'disabled',
           super_admin = false, last_tenant_id = NULL, email_verified_at = NULL, updated_at = $2 WHERE id = $1`,
        [userId, this.clock.now()],
      );
      const target = { type: 'person', id: userId };
      await this.audit.record(rows, me, { action: 'person.erased', target, tenantId: PLATFORM_TENANT_ID });
    });
  }
}

/** Takes the person out of every tenant. Administrators are locked in one order, so that the last two cannot both leave. */
async function leave(rows: EntityManager, userId: UserId): Promise<TenantId[]> {
  const locked: { tenantId: TenantId; userId: UserId; role: string; name: string }[] = await rows.query(
    `SELECT m.tenant_id AS "tenantId", m.user_id AS "userId", m.role, t.name FROM membership m JOIN tenant t ON t.id = m.tenant_id
     WHERE m.tenant_id IN (SELECT tenant_id FROM membership WHERE user_id = $1) AND (m.user_id = $1 OR m.role = 'TENANT_ADMIN')
     ORDER BY m.id FOR UPDATE OF m`,
    [userId],
  );
  const own = locked.filter((one) => one.userId === userId);
  const alone = own.filter(
    ({ tenantId, role }) =>
      role === 'TENANT_ADMIN' && !locked.some((one) => one.tenantId === tenantId && one.userId !== userId),
  );
  if (alone.length > 0) {
    const names = alone.map(({ name }) => `"${name}"`).join(', ');
    throw new AppError(
      'wrong_state',
      `You are the only administrator of ${names}. Make somebody else an administrator there first, or have the tenant deleted.`,
    );
  }
  await rows.query('DELETE FROM membership WHERE user_id = $1', [userId]);
  return own.map(({ tenantId }) => tenantId);
}

async function expectAnotherSuperAdmin(rows: EntityManager, userId: UserId): Promise<void> {
  const others: unknown[] = await rows.query(
    `SELECT id FROM app_user WHERE super_admin AND status = 'active' AND id <> $1 ORDER BY id FOR UPDATE`,
    [userId],
  );
  if (others.length > 0) return;
  throw new AppError('wrong_state', 'You are the only super-admin of this Waypost. Make another one first.');
}

/** Tables whose rows are nothing without the person, as their foreign keys say: sessions, codes, links, devices. */
function ownTables(rows: EntityManager): Promise<{ table: string; column: string }[]> {
  return rows.query(
    `SELECT f.conrelid::regclass::text AS table, a.attname AS column
     FROM pg_constraint f JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = f.conkey[1]
     WHERE f.contype = 'f' AND f.confrelid = 'app_user'::regclass AND f.confdeltype = 'c' ORDER BY 1`,
  );
}
