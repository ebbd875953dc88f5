import { randomBytes } from 'node:crypto';
import { ok } from './client.ts';
import { PNG, newNotifications, newPlan, newApiKey, newInvite } from './kinds.ts';
import type { RoutePlan } from './route-plan.ts';
import { providerFor } from './oidc-provider.ts';
import { newMember } from './people.ts';

/** Signing in, tenants and their people, plans, keys, settings, audit. */
export const routesOfPeople: Record<string, RoutePlan> = {
  'POST /api/v1/auth/login': {
    needs: 'public',
    // Somebody of their own each time: wrong passwords must not keep those away that other routes need.
    body: async ({ world, tenant }) => ({ ...(await newMember(world, tenant, 'AGENT')), code: '000000' }),
  },
  'POST /api/v1/auth/refresh': {
    needs: 'public',
    body: async ({ world, tenant }) => {
      const { refreshToken } = await ok(world.stranger.post('/api/v1/auth/login', await newMember(world, tenant, 'AGENT')));
      return { refreshToken };
    },
  },
  'POST /api/v1/auth/logout': { needs: 'public', body: async () => ({ refreshToken: 'wpr_of-nobody' }) },
  'GET /api/v1/auth/me': { needs: 'signed-in' },
  'POST /api/v1/auth/logout-all': { needs: 'signed-in' },
  'GET /api/v1/auth/sessions': { needs: 'signed-in' },
  'DELETE /api/v1/auth/sessions/{id}': { needs: 'signed-in', id: 'session' },
  'POST /api/v1/auth/impersonation/end': {
    needs: 'signed-in',
    body: async () => ({ refreshToken: 'wpr_of-nobody' }),
  },
  'POST /api/v1/auth/oidc/start': {
    needs: 'public',
    body: async ({ world, tenant }) => {
      await ok(tenant.client.call('PUT', '/api/v1/tenants/current/oidc', await providerFor(world)));
      const { slug } = await ok(world.root.get(`/api/v1/tenants/${tenant.id}`));
      return { tenant: slug };
    },
  },
  'GET /api/v1/auth/oidc/callback': { needs: 'public', query: 'error=access_denied', answers: 'one thing' },
  'POST /api/v1/system/signing-keys/rotate': { needs: 'platform:admin' },
  'PATCH /api/v1/auth/me': { needs: 'signed-in', body: async () => ({ name: 'Admin', locale: 'en' }) },
  'GET /api/v1/auth/me/export': { needs: 'signed-in', answers: 'one thing' },
  // With another password: who calls must be there for the next call.
  'DELETE /api/v1/auth/me': { needs: 'signed-in', body: async () => ({ password: 'not-the-password' }) },
  'GET /api/v1/auth/options': { needs: 'public', answers: 'one thing' },
  'POST /api/v1/auth/register': {
    needs: 'public',
    body: async () => {
      const slug = `t-${randomBytes(4).toString('hex')}`;
      return {
        tenantName: 'One more',
        slug,
        name: 'Ada Lovelace',
        email: `ada@${slug}.test`,
        password: 'ocelot umbrella quartz',
        invite: 'of-nobody',
      };
    },
  },
  'POST /api/v1/auth/register/look': { needs: 'public', body: async () => ({ token: 'of-nobody' }) },
  'POST /api/v1/auth/verify': { needs: 'public', body: async () => ({ token: 'of-nobody' }) },
  'POST /api/v1/auth/verify/resend': { needs: 'signed-in' },
  'POST /api/v1/auth/password/change': {
    needs: 'signed-in',
    body: async ({ tenant }) => ({
      currentPassword: tenant.login.password,
      newPassword: 'ocelot umbrella quartz',
    }),
  },
  'POST /api/v1/auth/password/forgot': {
    needs: 'public',
    body: async ({ tenant }) => ({ email: tenant.login.email }),
  },
  'POST /api/v1/auth/password/reset': {
    needs: 'public',
    body: async () => ({ token: 'of-nobody', password: 'ocelot umbrella quartz' }),
  },
  'POST /api/v1/auth/totp/setup': {
    needs: 'signed-in',
    body: async ({ tenant }) => ({ password: tenant.login.password }),
  },
  'POST /api/v1/auth/totp/enable': { needs: 'signed-in', body: async () => ({ code: '000000' }) },
  'POST /api/v1/auth/totp/disable': {
    needs: 'signed-in',
    body: async ({ tenant }) => ({ password: tenant.login.password, code: '000000' }),
  },
  'POST /api/v1/auth/totp/recovery-codes': {
    needs: 'signed-in',
    body: async ({ tenant }) => ({ password: tenant.login.password, code: '000000' }),
  },
  'POST /api/v1/auth/invites/look': { needs: 'public', body: async () => ({ token: 'of-nobody' }) },
  'POST /api/v1/auth/invites/accept': {
    needs: 'public',
    body: async () => ({
      token: 'of-nobody',
      name: 'Ada',
      password: 'ocelot umbrella quartz',
      code: '000000',
    }),
  },
  'POST /api/v1/auth/switch': {
    needs: 'signed-in',
    body: async ({ tenant }) => ({ tenantId: tenant.id }),
    refs: { tenantId: 'tenant' },
  },
  'GET /api/v1/team': { needs: 'team:read' },
  'PATCH /api/v1/team/{userId}': {
    needs: 'team:write',
    id: 'member',
    body: async () => ({ role: 'DEVELOPER' }),
  },
  'DELETE /api/v1/team/{userId}': { needs: 'team:write', id: 'member' },
  'GET /api/v1/team/invites': { needs: 'team:read' },
  'POST /api/v1/team/invites': { needs: 'team:write', body: async () => newInvite() },
  'DELETE /api/v1/team/invites/{id}': { needs: 'team:write', id: 'invitation' },
  'POST /api/v1/team/invites/{id}/resend': { needs: 'team:write', id: 'invitation' },
  'GET /api/v1/registration-invites': { needs: 'platform:admin' },
  'POST /api/v1/registration-invites': {
    needs: 'platform:admin',
    body: async () => ({ email: newInvite().email, tenantName: 'One more' }),
  },
  'DELETE /api/v1/registration-invites/{id}': { needs: 'platform:admin', id: 'invitation to register' },
  'POST /api/v1/tenants': {
    needs: 'platform:admin',
    body: async () => {
      const slug = `t-${randomBytes(4).toString('hex')}`;
      return {
        name: 'One more',
        slug,
        planId: 'enterprise',
        locale: 'es',
        admin: { email: `admin@${slug}.test`, name: 'Admin', password: 'a long enough one' },
      };
    },
  },
  'GET /api/v1/tenants': { needs: 'platform:admin' },
  'GET /api/v1/tenants/figures': { needs: 'platform:admin' },
  'GET /api/v1/tenants/{id}': { needs: 'platform:admin', id: 'tenant' },
  'PATCH /api/v1/tenants/{id}': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ name: 'Renamed', slug: `t-${randomBytes(4).toString('hex')}` }),
  },
  'DELETE /api/v1/tenants/{id}': { needs: 'platform:admin', id: 'tenant' },
  'GET /api/v1/tenants/erased': { needs: 'platform:admin' },
  'GET /api/v1/tenants/current/standing': { needs: 'signed-in', answers: 'one thing' },
  'GET /api/v1/tenants/{id}/members': { needs: 'platform:admin', id: 'tenant' },
  'GET /api/v1/tenants/{id}/plan-change': { needs: 'platform:admin', id: 'tenant', query: 'planId=pro' },
  'POST /api/v1/tenants/{id}/plan': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ planId: 'enterprise' }),
  },
  'POST /api/v1/tenants/{id}/impersonate': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async ({ world, tenant }) => ({
      userId: (await ok(world.root.get(`/api/v1/tenants/${tenant.id}/members`))).data[0].userId,
      reason: 'To see what they see',
    }),
  },
  'POST /api/v1/tenants/{id}/restore': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ releaseYoungerThanHours: 1 }),
  },
  'POST /api/v1/tenants/{id}/suspend': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ reason: 'Unpaid' }),
  },
  'POST /api/v1/tenants/{id}/resume': {
    needs: 'platform:admin',
    id: 'tenant',
    body: async () => ({ releaseYoungerThanHours: 1 }),
  },
  'GET /api/v1/plans': { needs: 'signed-in', answers: 'one thing' },
  'GET /api/v1/plans/current': { needs: 'plan:read', answers: 'one thing' },
  'POST /api/v1/plans': { needs: 'platform:admin', body: async () => newPlan() },
  'PATCH /api/v1/plans/{id}': {
    needs: 'platform:admin',
    id: 'plan',
    body: async () => {
      const { slug: _fixed, ...plan } = newPlan();
      return { ...plan, archived: true };
    },
  },
  'DELETE /api/v1/plans/{id}': { needs: 'platform:admin', id: 'plan' },
  'GET /api/v1/api-keys': { needs: 'keys:read' },
  'POST /api/v1/api-keys': { needs: 'keys:write', body: async () => newApiKey() },
  'PATCH /api/v1/api-keys/{id}': {
    needs: 'keys:write',
    id: 'API key',
    body: async () => ({ name: 'Renamed', scopes: ['deliveries:read'] }),
  },
  'DELETE /api/v1/api-keys/{id}': { needs: 'keys:write', id: 'API key' },
  'POST /api/v1/api-keys/{id}/rotate': {
    needs: 'keys:write',
    id: 'API key',
    body: async () => ({ overlapHours: 1 }),
  },
  'GET /api/v1/audit': { needs: 'audit:read' },
  'GET /api/v1/audit/export': { needs: 'audit:read', answers: 'a file' },
  'GET /api/v1/audit/verify': { needs: 'audit:read', answers: 'one thing' },
  'GET /api/v1/system/audit': { needs: 'platform:admin' },
  'GET /api/v1/system/audit/export': { needs: 'platform:admin', answers: 'a file' },
  'GET /api/v1/system/audit/verify': { needs: 'platform:admin' },
  'GET /api/v1/tenants/current/theme': { needs: 'settings:read', answers: 'one thing' },
  'PATCH /api/v1/tenants/current/theme': {
    needs: 'settings:write',
    body: async () => ({ name: 'Renamed', brandColor: '#108a9e', locale: 'es' }),
  },
  'PUT /api/v1/tenants/current/theme/logo': { needs: 'settings:write', body: async () => PNG },
  'DELETE /api/v1/tenants/current/theme/logo': { needs: 'settings:write' },
  'GET /api/v1/brand/{token}/logo': { needs: 'public', id: 'logo' },
  'GET /api/v1/tenants/current/oidc': { needs: 'settings:read', answers: 'one thing' },
  'PUT /api/v1/tenants/current/oidc': { needs: 'settings:write', body: ({ world }) => providerFor(world) },
  'DELETE /api/v1/tenants/current/oidc': { needs: 'settings:write' },

  'GET /api/v1/tenants/current/notifications': { needs: 'settings:read', answers: 'one thing' },
  'PATCH /api/v1/tenants/current/notifications': {
    needs: 'settings:write',
    body: async ({ world }) => newNotifications(world),
  },
  'GET /api/v1/system/notifications': { needs: 'platform:admin' },
  'PATCH /api/v1/system/notifications': {
    needs: 'platform:admin',
    body: async ({ world }) => newNotifications(world),
  },
  'GET /api/v1/system/mail': { needs: 'platform:admin' },
  'POST /api/v1/privacy/export': {
    needs: 'privacy:read',
    body: async () => ({
      phone: '+1 202 555 0143',
      userId: 'US.13491208655302741918',
      cursor: Buffer.from('events.').toString('base64url'),
    }),
  },
  'POST /api/v1/privacy/erase': {
    needs: 'privacy:write',
    body: async () => ({ phone: '+1 202 555 0143', userId: 'US.13491208655302741918' }),
  },
  'GET /api/v1/privacy/erasures': { needs: 'privacy:read' },
  'GET /api/v1/privacy/erasures/{id}': { needs: 'privacy:read', id: 'erasure' },
  'GET /api/v1/tenants/current/retention': { needs: 'settings:read', answers: 'one thing' },
  'PATCH /api/v1/tenants/current/retention': {
    needs: 'settings:write',
    body: async () => ({ eventDays: 5 }),
  },
  'GET /api/v1/system/keys': { needs: 'platform:admin' },
  'POST /api/v1/system/keys/rewrap': {
    needs: 'platform:admin',
    body: async ({ tenant }) => ({ tenantId: tenant.id, newDataKeys: false }),
  },
};
