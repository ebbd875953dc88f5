import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { actingFor } from '../data/acting-for.ts';
import { requireSession } from '../data/session.ts';
import { deliverySearch } from '../features/deliveries/delivery-search.ts';
import { eventSearch } from '../features/events/event-search.ts';
import { overviewSearch } from '../features/overview/overview-search.ts';
import { AdminShell } from '../shell/admin-shell.tsx';
import { PersonShell } from '../shell/person-shell.tsx';
import { TenantShell } from '../shell/tenant-shell.tsx';
import { NotFound, PageBroke } from './fallbacks.tsx';
import { pageWithWords } from './page-with-words.tsx';
import { parseSearch, stringifySearch } from './search-text.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageBroke });

// What looks like a number in an address is read as one.
const text = (value: unknown) => (typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { from?: string; sso?: string; tenant?: string } => ({
    from: text(search.from),
    sso: text(search.sso),
    tenant: text(search.tenant),
  }),
  component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/sign-in-page.tsx')).SignInPage),
});

/** Where links of mails lead, and strangers. */
const doors = [
  createRoute({
    getParentRoute: () => root,
    path: '/register',
    component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/register-page.tsx')).RegisterPage),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/forgot',
    component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/forgot-page.tsx')).ForgotPage),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/reset',
    component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/new-password-page.tsx')).ResetPage),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/welcome',
    component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/new-password-page.tsx')).WelcomePage),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/verify',
    component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/verify-page.tsx')).VerifyPage),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/invite',
    component: pageWithWords(['signIn'], async () => (await import('../features/sign-in/invite-page.tsx')).InvitePage),
  }),
];

/** Pages of one tenant. A super-admin sees them only while acting for one. */
const tenant = createRoute({
  getParentRoute: () => root,
  id: 'tenant',
  component: TenantShell,
  beforeLoad: async ({ location }) => {
    const me = await requireSession(location.href);
    if (me.user.superAdmin && !me.tenant && !actingFor()) throw redirect({ to: '/admin' });
  },
});

/** Pages of the platform. */
const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: AdminShell,
  beforeLoad: async ({ location }) => {
    const me = await requireSession(location.href);
    if (!me.user.superAdmin) throw redirect({ to: '/' });
  },
});

/** Pages of whoever is signed in, in the shell that they come from. */
const person = createRoute({
  getParentRoute: () => root,
  id: 'person',
  component: PersonShell,
  beforeLoad: async ({ location }) => {
    await requireSession(location.href);
  },
});

const optional = (keys: string[]) => (search: Record<string, unknown>) =>
  Object.fromEntries(keys.map((key) => [key, text(search[key])])) as Record<string, string | undefined>;

const tenantPages = [
  createRoute({
    getParentRoute: () => tenant,
    path: '/',
    validateSearch: overviewSearch,
    component: pageWithWords(['overview'], async () => (await import('../features/overview/overview-page.tsx')).OverviewPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/numbers',
    validateSearch: optional(['app', 'number', 'connect']),
    component: pageWithWords(['numbers'], async () => (await import('../features/numbers/numbers-page.tsx')).NumbersPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/projects',
    validateSearch: optional(['project', 'number', 'view']),
    component: pageWithWords(['projects'], async () => (await import('../features/projects/projects-page.tsx')).ProjectsPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/deliveries',
    validateSearch: deliverySearch,
    component: pageWithWords(['deliveries'], async () => (await import('../features/deliveries/deliveries-page.tsx')).DeliveriesPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/events',
    validateSearch: eventSearch,
    component: pageWithWords(['events', 'deliveries'], async () => (await import('../features/events/events-page.tsx')).EventsPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/sandbox',
    validateSearch: optional(['number', 'customer', 'webhook']),
    component: pageWithWords(['sandbox'], async () => (await import('../features/sandbox/sandbox-page.tsx')).SandboxPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/keys',
    validateSearch: optional(['new']),
    component: pageWithWords(['apiKeys'], async () => (await import('../features/api-keys/keys-page.tsx')).KeysPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/team',
    validateSearch: optional(['invite']),
    component: pageWithWords(['team'], async () => (await import('../features/team/team-page.tsx')).TeamPage),
  }),
];

const auditSearch = optional(['action', 'actor', 'since', 'until']);

const settingsPages = [
  createRoute({
    getParentRoute: () => tenant,
    path: '/plan',
    component: pageWithWords(['plan'], async () => (await import('../features/plan/plan-page.tsx')).PlanPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/appearance',
    component: pageWithWords(['appearance'], async () => (await import('../features/appearance/appearance-page.tsx')).AppearancePage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/audit',
    validateSearch: auditSearch,
    component: pageWithWords(['audit'], async () => (await import('../features/audit/audit-page.tsx')).TenantAuditPage),
  }),
  createRoute({
    getParentRoute: () => tenant,
    path: '/settings',
    component: pageWithWords(['settings'], async () => (await import('../features/settings/settings-page.tsx')).SettingsPage),
  }),
];

const adminPages = [
  createRoute({
    getParentRoute: () => admin,
    path: '/audit',
    validateSearch: auditSearch,
    component: pageWithWords(['audit'], async () => (await import('../features/audit/audit-page.tsx')).PlatformAuditPage),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/',
    validateSearch: optional(['q']),
    component: pageWithWords(['admin', 'adminPlans', 'plan'], async () => (await import('../features/admin/health-page.tsx')).HealthPage),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/tenants',
    validateSearch: optional(['q', 'tenant', 'status', 'plan', 'view']),
    component: pageWithWords(['admin', 'adminPlans', 'plan'], async () => (await import('../features/admin/tenants-page.tsx')).TenantsPage),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/plans',
    validateSearch: optional(['plan']),
    component: pageWithWords(['adminPlans', 'plan'], async () => (await import('../features/plans/plans-page.tsx')).PlansPage),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/queues',
    component: pageWithWords(['admin'], async () => (await import('../features/admin/queues-page.tsx')).QueuesPage),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/unclaimed',
    validateSearch: optional(['subject']),
    component: pageWithWords(['admin'], async () => (await import('../features/admin/unclaimed-page.tsx')).UnclaimedPage),
  }),
  createRoute({
    getParentRoute: () => admin,
    path: '/quarantine',
    validateSearch: optional(['entry', 'released']),
    component: pageWithWords(['admin'], async () => (await import('../features/admin/quarantine-page.tsx')).QuarantinePage),
  }),
];

const personPages = [
  createRoute({
    getParentRoute: () => person,
    path: '/profile',
    component: pageWithWords(['profile', 'signIn'], async () => (await import('../features/profile/profile-page.tsx')).ProfilePage),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([signIn, ...doors, tenant.addChildren([...tenantPages, ...settingsPages]), admin.addChildren(adminPages), person.addChildren(personPages)]),
  basepath: '/app',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
