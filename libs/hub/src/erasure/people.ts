import type { EntityManager } from 'typeorm';
import type { TenantId, UserId } from '@waypost/contracts';
import { referencesTo } from './owned-tables.ts';

/**
 * Takes people out of a tenant, and erases in the same transaction those who belong to no other: afterwards nobody could
 * tell any more who they were. Super-admins stay.
 */
export async function erasePeople(
  rows: EntityManager,
  tenantId: TenantId,
  limit: number,
): Promise<{ membership: number; app_user: number }> {
  const members: { userId: UserId }[] = await rows.query(
    'SELECT user_id AS "userId" FROM membership WHERE tenant_id = $1 ORDER BY user_id LIMIT $2 FOR UPDATE',
    [tenantId, limit],
  );
  const userIds = members.map(({ userId }) => userId);
  if (userIds.length === 0) return { membership: 0, app_user: 0 };
  // Locked, so that nobody gets a membership elsewhere between this look and the end.
  await rows.query('SELECT FROM app_user WHERE id = ANY($1) ORDER BY id FOR UPDATE', [userIds]);
  const lonely: { id: UserId }[] = await rows.query(
    `SELECT u.id FROM app_user u WHERE u.id = ANY($2) AND NOT u.super_admin
       AND NOT EXISTS (SELECT FROM membership m WHERE m.user_id = u.id AND m.tenant_id <> $1)`,
    [tenantId, userIds],
  );
  const ids = lonely.map(({ id }) => id);
  await rows.query('DELETE FROM membership WHERE tenant_id = $1 AND user_id = ANY($2)', [tenantId, userIds]);
  for (const { table, column, nullable } of await referencesTo(rows, 'app_user')) {
    await rows.query(
      nullable
        ? `UPDATE ${table} SET ${column} = NULL WHERE ${column} = ANY($1)`
        : `DELETE FROM ${table} WHERE ${column} = ANY($1)`,
      [ids],
    );
  }
  await rows.query('DELETE FROM app_user WHERE id = ANY($1)', [ids]);
  return { membership: userIds.length, app_user: ids.length };
}
