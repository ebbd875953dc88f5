import { randomInt } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { type ActingContext, PeopleService, PlanCatalog, TenantsService } from '@waypost/accounts';
import { MappingsService, ProjectsService } from '@waypost/hub';
import { AppError, randomToken, type Settings } from '@waypost/platform';
import { AppsService, BusinessAccountsService, PhoneNumbersService } from '@waypost/waba';

/** What the tools and the stand-in for Meta need to know of the demo tenant. */
export interface Demo {
  tenant: string;
  login: { email: string; password: string };
  appId: string;
  appSecret: string;
  verifyToken: string;
  businessId: string;
  phoneNumberId: string;
  phoneNumber: string;
  projects: { slug: string; secret: string; endpoint: string }[];
}

const slug = 'demo';
const email = 'demo@waypost.local';
const who = { system: 'seed' };
const plans = [
  { slug: 'orders', name: 'Orders', description: 'Where orders are taken', priority: 100 },
  { slug: 'support', name: 'Support', description: 'Where questions are answered', priority: 50 },
];

/** More than the demo tenant has of anything; lists come newest first, so its own part is the last. */
const all = { limit: 200 };

/** Makes each part of the demo tenant where it is missing. Stored secrets are not told, so those are made anew. */
export class DemoTenant {
  private readonly tenants: TenantsService;
  private readonly catalog: PlanCatalog;
  private readonly people: PeopleService;
  private readonly accounts: BusinessAccountsService;
  private readonly apps: AppsService;
  private readonly numbers: PhoneNumbersService;
  private readonly projects: ProjectsService;
  private readonly mappings: MappingsService;
  private readonly settings: Settings;

  constructor(services: INestApplicationContext, settings: Settings) {
    this.tenants = services.get(TenantsService, { strict: false });
    this.catalog = services.get(PlanCatalog, { strict: false });
    this.people = services.get(PeopleService, { strict: false });
    this.accounts = services.get(BusinessAccountsService, { strict: false });
    this.apps = services.get(AppsService, { strict: false });
    this.numbers = services.get(PhoneNumbersService, { strict: false });
    this.projects = services.get(ProjectsService, { strict: false });
    this.mappings = services.get(MappingsService, { strict: false });
    this.settings = settings;
  }

  /** Whether a note is of this database and of this simulator. */
  async isCurrent(noted: Demo): Promise<boolean> {
    const tenant = await this.tenants.findBySlug(slug);
    if (!tenant) return false;
    const { data } = await this.apps.list({ tenantId: tenant.id }, all);
    return (
      data.some((app) => app.id === noted.appId) &&
      plans.every((plan) => noted.projects.some(({ endpoint }) => endpoint === this.endpointOf(plan.slug)))
    );
  }

  async make(): Promise<Demo> {
    const login = { email, password: randomToken(15) };
    const ctx = await this.makeTenant(login);
    const businessId = await this.makeAccount(ctx);
    const app = await this.makeApp(ctx, businessId);
    const number = await this.makeNumber(ctx, app.appId);
    const projects = [];
    for (const plan of plans) projects.push(await this.makeProject(ctx, plan, number.phoneNumberId));
    return { tenant: slug, login, ...app, businessId, ...number, projects };
  }

  private async makeTenant({ password }: Demo['login']): Promise<ActingContext> {
    const known = await this.tenants.findBySlug(slug);
    if (known) {
      await this.people.setPassword(email, password);
      return { tenantId: known.id, ...who };
    }
    const admin = { email, name: 'Demo', password };
    const { tenant } = await this.tenants.create(who, { name: 'Demo', slug, admin, plan: await this.plan() });
    return { tenantId: tenant.id, ...who };
  }

  /** One with limits that can be seen and are not in the way; the operator may have deleted it. */
  private async plan(): Promise<string | undefined> {
    const known = await this.catalog.list();
    return known.find((plan) => plan.slug === 'pro' && plan.archivedAt === null)?.id;
  }

  private async makeAccount(ctx: ActingContext): Promise<string> {
    const known = (await this.accounts.list(ctx, all)).data.at(-1);
    return (known ?? (await this.accounts.create(ctx, { businessId: metaId(), name: 'Demo' }))).businessId;
  }

  private async makeApp(
    ctx: ActingContext,
    businessId: string,
  ): Promise<Pick<Demo, 'appId' | 'appSecret' | 'verifyToken'>> {
    const secrets = { appSecret: randomToken(), verifyToken: randomToken() };
    const known = (await this.apps.list(ctx, { ...all, businessId })).data.at(-1);
    const app = known
      ? await this.apps.patch(ctx, known.id, secrets)
      : await this.apps.create(ctx, { id: metaId(), businessId, name: 'Demo', ...secrets });
    return { appId: app.id, ...secrets };
  }

  private async makeNumber(
    ctx: ActingContext,
    appId: string,
  ): Promise<Pick<Demo, 'phoneNumberId' | 'phoneNumber'>> {
    const known = (await this.numbers.list(ctx, { ...all, appId })).data.at(-1);
    const made = { phoneNumberId: metaId(), appId, phoneNumber: `1555${digits(7)}`, displayName: 'Demo' };
    const { phoneNumberId, phoneNumber } = known ?? (await this.numbers.create(ctx, made));
    return { phoneNumberId, phoneNumber };
  }

  private async makeProject(
    ctx: ActingContext,
    { priority, ...plan }: (typeof plans)[number],
    phoneNumberId: string,
  ): Promise<Demo['projects'][number]> {
    const endpoint = this.endpointOf(plan.slug);
    const known = (await this.projects.list(ctx, all)).data.some((project) => project.slug === plan.slug);
    if (known) await this.projects.patch(ctx, plan.slug, { endpoint });
    const { id, secret } = known
      ? await this.projects.rotateSecret(ctx, plan.slug, { overlapHours: 0 })
      : await this.projects.create(ctx, { ...plan, endpoint });
    await this.mappings.create(ctx, { phoneNumberId, projectId: id, priority }).catch((error: unknown) => {
      if (!(error instanceof AppError && error.code === 'already_exists')) throw error;
    });
    return { slug: plan.slug, secret, endpoint };
  }

  private endpointOf(project: string): string {
    const { simulatorUrl, simulatorPort } = this.settings;
    return `${simulatorUrl ?? `http://127.0.0.1:${simulatorPort}`}/destinations/${project}`;
  }
}

/** Fifteen digits, as Meta's ids have. */
function metaId(): string {
  return `1${digits(14)}`;
}

function digits(count: number): string {
  return Array.from({ length: count }, () => randomInt(10)).join('');
}
