import { Injectable } from '@nestjs/common';
import { ProjectsService, type ProjectView } from '@waypost/hub';
import { AppError, notFound, type PagePart, type PageRequest, type TenantContext } from '@waypost/platform';
import { AppCredentials, AppsService, PhoneNumbersService, type PhoneNumberView } from '@waypost/waba';
import { readDestination, readSent, readVerification, type SentWebhook } from './simulator-answers.ts';
import { type Destination, type DestinationMode, modeForSimulator } from './destination-mode.ts';
import { SimulatorClient } from './simulator-client.ts';

export interface NewSandboxMessage {
  phoneNumberId: string;
  /** The customer's phone. */
  from: string;
  name?: string;
  kind: string;
  text?: string;
  image?: string;
  latitude?: number;
  longitude?: number;
  times?: number;
}

export interface SandboxState {
  available: boolean;
  simulatorUrl: string | null;
  numbers: Pick<PhoneNumberView, 'phoneNumberId' | 'phoneNumber' | 'displayName' | 'businessId'>[];
  destinations: ProjectDestination[];
}

export type ProjectDestination = Destination & { projectId: string };

/** Any page of a list: the sandbox wants all of them, in few steps. */
const PAGE = 200;

/** The stand-in for Meta, as a tenant may use it: with its own numbers, and destinations of its own projects. */
@Injectable()
export class SandboxService {
  constructor(
    private readonly simulator: SimulatorClient,
    private readonly numbers: PhoneNumbersService,
    private readonly apps: AppsService,
    private readonly credentials: AppCredentials,
    private readonly projects: ProjectsService,
  ) {}

  /** A simulator that does not answer is as good as none. */
  async state(ctx: TenantContext): Promise<SandboxState> {
    const none = { available: false, simulatorUrl: null, numbers: [], destinations: [] };
    if (this.simulator.url === null) return none;
    const known = await this.simulator.call('GET', '/control/destinations').catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'unavailable') return undefined;
      throw error;
    });
    if (!known) return none;
    const views = new Map(
      listOf(known)
        .map((value) => readDestination(value))
        .map((view) => [view.name, view]),
    );
    const pointedTo = await this.destinationsOf(ctx);
    const numbers = await everyOne((page) => this.numbers.list(ctx, page));
    return {
      available: true,
      simulatorUrl: this.simulator.url,
      numbers: numbers.map(({ phoneNumberId, phoneNumber, displayName, businessId }) => ({
        phoneNumberId,
        phoneNumber,
        displayName,
        businessId,
      })),
      destinations: [...pointedTo].map(([name, { id }]) => ({
        ...(views.get(name) ?? untouched(name)),
        projectId: id,
      })),
    };
  }

  /** A customer writes to a number of the tenant: signed with its app's secret, through Meta's own door. */
  async send(
    ctx: TenantContext,
    { phoneNumberId, name, times = 1, ...content }: NewSandboxMessage,
  ): Promise<{ messageId: string | null; sent: SentWebhook[] }> {
    const number = await this.numbers.get(ctx, phoneNumberId);
    const businessId = await this.accountOf(ctx, number);
    const { appSecret, verifyToken } = await this.credentials.openConnecting(ctx, number.appId);
    if (appSecret === null) {
      throw new AppError(
        'wrong_state',
        `App ${number.appId} has no secret yet, so nothing can be signed for it. Enter one first; any will do while Meta is not connected.`,
      );
    }
    const numbers = [{ phoneNumberId, phoneNumber: number.phoneNumber, businessId }];
    // Each time: the simulator may be new, and the secret another one.
    await this.simulator.call('PUT', `/control/apps/${number.appId}`, {
      secret: appSecret,
      verifyToken,
      numbers,
    });
    const answer = await this.simulator.call('POST', '/control/webhooks', {
      app: number.appId,
      phoneNumberId,
      businessId,
      phoneNumber: number.phoneNumber,
      profileName: name,
      ...content,
      duplicates: times - 1,
      duplicatesComing: 'apart',
      // What is answered here is all that happens: nothing comes late from a try that was refused.
      retry: false,
    });
    return readSent(answer);
  }

  /** What Meta does when the callback URL is entered in its dashboard. */
  async verify(ctx: TenantContext, appId: string): Promise<{ status: number | null; ok: boolean }> {
    const { verifyToken } = await this.credentials.open(ctx, appId);
    return readVerification(
      await this.simulator.call('POST', '/control/verify', { app: appId, verifyToken }),
    );
  }

  async setMode(ctx: TenantContext, name: string, mode: DestinationMode): Promise<ProjectDestination> {
    if (this.simulator.url === null) await this.simulator.call('GET', '/health');
    const project = (await this.destinationsOf(ctx)).get(name);
    if (!project) throw notFound('destination of your projects');
    const path = `/control/destinations/${encodeURIComponent(name)}`;
    const view = readDestination(await this.simulator.call('PUT', path, modeForSimulator(mode)));
    return { ...view, projectId: project.id };
  }

  /** Names at the simulator that projects of the tenant point to, each with the newest of them. */
  private async destinationsOf(ctx: TenantContext): Promise<Map<string, ProjectView>> {
    const found = new Map<string, ProjectView>();
    for (const project of await everyOne((page) => this.projects.list(ctx, page))) {
      const name = this.destinationIn(project.endpoint);
      if (name !== undefined && !found.has(name)) found.set(name, project);
    }
    return found;
  }

  private destinationIn(endpoint: string): string | undefined {
    if (this.simulator.url === null || !URL.canParse(endpoint)) return undefined;
    const base = new URL(this.simulator.url);
    const called = new URL(endpoint);
    const here = (host: string) => host.replace(/^(localhost|\[::1\])(?=:|$)/, '127.0.0.1');
    if (called.protocol !== base.protocol || here(called.host) !== here(base.host)) return undefined;
    return /^\/destinations\/([\w.-]+)\/?$/.exec(called.pathname)?.[1];
  }

  /** Numbers of a platform's app may have no account of their own; Meta's test webhooks then name 0. */
  private async accountOf(ctx: TenantContext, { businessId, appId }: PhoneNumberView): Promise<string> {
    if (businessId !== null) return businessId;
    const app = await this.apps.get(ctx, appId).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return undefined;
      throw error;
    });
    return app?.businessId ?? '0';
  }
}

async function everyOne<Row>(list: (page: PageRequest) => Promise<PagePart<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined; ;) {
    const { data, next } = await list({ limit: PAGE, ...(after !== undefined && { after }) });
    rows.push(...data);
    if (next === null) return rows;
    after = next;
  }
}

/** A destination that was never called answers 200. */
function untouched(name: string): Destination {
  return { name, mode: { mode: 'ok' }, counts: { received: 0, unsigned: 0, answered: {} } };
}

function listOf({ data }: Record<string, unknown>): unknown[] {
  return Array.isArray(data) ? data : [];
}
