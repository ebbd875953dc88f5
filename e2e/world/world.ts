import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { createApi } from '../../apps/api/src/create-api.ts';
import {
  type BusinessNumber,
  type Envelope,
  numericId,
  serialize,
  type SerializeOptions,
  sign,
  type Simulator,
  type StartedDestinations,
  startedOn,
  startSimulator,
} from '../../apps/simulator/src/index.ts';
import { createWorker } from '../../apps/worker/src/create-worker.ts';
import { PeopleService, SessionUpkeep } from '../../libs/accounts/src/index.ts';
import { HealthBook, Maintenance, TenantErasure } from '../../libs/hub/src/index.ts';
import { Clock, readSettings, type Settings } from '../../libs/platform/src/index.ts';
import { Client, type Json, ok } from './client.ts';
import { createDatabase } from './database.ts';
import { staysSignedIn } from './signed-in.ts';

/** The time of day, with a hand that a test can turn forward. */
export class TestClock extends Clock {
  private ahead = 0;

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
  advance(ms: number): void {
    this.ahead += ms;
  }
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ADMIN = { email: 'root@waypost.test', password: 'correct horse battery' };

export interface World {
  api: NestFastifyApplication;
  url: string;
  /** Of the API, for who starts another one. */
  settings: Settings;
  clock: TestClock;
  destinations: StartedDestinations;
  /** The stand-in for Meta, as it runs beside the API; `destinations` are its own. */
  simulator: Simulator;
  /** As a super-admin, for no tenant. */
  root: Client;
  /** As nobody. */
  stranger: Client;
  /** Straight at the tables, as `waypost_system`. */
  sql(text: string, values?: unknown[]): Promise<Json[]>;
  /** Makes a tenant and acts for it. */
  tenant(name: string): Promise<Tenant>;
  /** Posts bytes to Meta's door, signed with the secret. */
  post(bytes: Buffer, options: { secret?: string; signature?: string; appId?: string; path?: string }): Promise<Response>;
  /** Starts the worker if it is not running; `changed` settings are for this start alone. */
  startWorker(changed?: Record<string, string>): Promise<void>;
  stopWorker(): Promise<void>;
  /** What the worker does every minute, now. */
  keepHouse(): Promise<void>;
  stop(): Promise<void>;
}

/** A tenant that has an account, an app and what is needed to give it numbers and projects. */
export interface Tenant {
  id: string;
  client: Client;
  /** As its first administrator. */
  admin: Client;
  login: { email: string; password: string };
  businessId: string;
  app: { id: string; secret: string; verifyToken: string };
  number(): Promise<BusinessNumber>;
  project(name: string, more?: Json): Promise<{ id: string; slug: string; secret: string; name: string }>;
  map(number: BusinessNumber, project: { id: string }, more?: Json): Promise<Json>;
  /** Posts an envelope as Meta would, signed by this tenant's app. */
  receive(envelope: Envelope | Buffer, options?: SerializeOptions): Promise<Response>;
}

/** The whole system in this process: API, worker, database, queue, and destinations that answer as told. */
export async function createWorld(settings: Record<string, string> = {}, { worker = true } = {}): Promise<World> {
  const database = await createDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'waypost-test-'));
  const redis = process.env.WAYPOST_TEST_QUEUE === 'redis';
  // Where it posts to is only known once the API listens.
  const simulator = await startSimulator({ port: 0, mailPort: 0, target: 'http://127.0.0.1:9/webhooks/meta' });
  const destinations = startedOn(simulator.destinations, simulator);
  const environment = {
    DATABASE_URL: database.url,
    ...(redis ? { REDIS_URL: process.env.WAYPOST_TEST_REDIS_URL, QUEUE_PREFIX: `{${database.name}}` } : {}),
    DATABASE_POOL: '6',
    WAYPOST_DATA_DIR: dataDir,
    ALLOW_PRIVATE_DESTINATIONS: '1',
    // Without limits, unless a test is about them.
    DEFAULT_PLAN: 'enterprise',
    SIMULATOR_PORT: String(simulator.port),
    // A test calls oftener than anybody may; those about limits switch them on.
    RATE_LIMITS: '0',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
    ...settings,
  };
  const config = readSettings(environment);
  const clock = new TestClock();
  const api = await createApi({ settings: config, clock });
  await api.listen(0, '127.0.0.1');
  const url = (await api.getUrl()).replace('[::1]', '127.0.0.1');
  await api.get(PeopleService, { strict: false }).createSuperAdmin({ ...ADMIN, name: 'Root' });
  simulator.target = `${url}/webhooks/meta`;
  const pool = new pg.Pool({ connectionString: database.url, max: 2, options: '-c role=waypost_system' });
  pool.on('error', () => undefined);
  let running: INestApplicationContext | undefined;

  const stranger = new Client(url);
  const rootToken = staysSignedIn(stranger, clock, ADMIN);
  const root = stranger.as(rootToken);
  const world: World = {
    api,
    url,
    settings: config,
    clock,
    destinations,
    simulator,
    root,
    stranger,
    sql: async (text, values) => (await pool.query(text, values)).rows,
    tenant: (name) => createTenant(world, rootToken, name),
    post: (bytes, { secret = '', signature, appId, path }) =>
      fetch(url + (path ?? (appId ? `/webhooks/meta/${appId}` : '/webhooks/meta')), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature ?? sign(bytes, secret) },
        body: new Uint8Array(bytes),
      }),
    startWorker: async (changed) => {
      const own = changed ? readSettings({ ...environment, ...changed }) : config;
      running ??= await createWorker({ settings: own, clock });
    },
    stopWorker: async () => {
      await running?.close();
      running = undefined;
    },
    keepHouse: async () => {
      await running?.get(HealthBook, { strict: false }).write();
      await running?.get(Maintenance, { strict: false }).run();
      await running?.get(SessionUpkeep, { strict: false }).run();
      await running?.get(TenantErasure, { strict: false }).run();
    },
    stop: async () => {
      await world.stopWorker();
      await api.close();
      await destinations.close();
      await pool.end();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  if (worker) await world.startWorker();
  return world;
}

async function createTenant(world: World, token: () => Promise<string>, name: string): Promise<Tenant> {
  const admin = { email: `admin@${name}.test`, name: 'Admin', password: 'a long enough one' };
  const { id } = await ok(world.root.post('/api/v1/tenants', { name, slug: name, admin }));
  const client = world.stranger.as(token, id);
  const login = { email: admin.email, password: admin.password };
  const businessId = numericId();
  await ok(client.post('/api/v1/business-accounts', { businessId, name }));
  const app = { id: numericId(), secret: `secret-of-${name}`, verifyToken: `token-of-${name}` };
  await ok(
    client.post('/api/v1/apps', {
      id: app.id,
      businessId,
      name: `${name} app`,
      verifyToken: app.verifyToken,
      appSecret: app.secret,
    }),
  );
  return {
    id,
    client,
    admin: world.stranger.as(staysSignedIn(world.stranger, world.clock, login)),
    login,
    businessId,
    app,
    number: async () => {
      const number = { businessId, phoneNumberId: numericId(), phoneNumber: numericId().slice(0, 11) };
      await ok(
        client.post('/api/v1/phone-numbers', {
          phoneNumberId: number.phoneNumberId,
          appId: app.id,
          phoneNumber: number.phoneNumber,
          displayName: name,
        }),
      );
      return number;
    },
    project: async (projectName, more = {}) => {
      const endpoint = world.destinations.endpoint(projectName);
      const project = await ok(client.post('/api/v1/projects', { name: projectName, endpoint, ...more }));
      world.destinations.setSecret(projectName, project.secret);
      return { ...project, name: projectName };
    },
    map: (number, project, more = {}) =>
      ok(client.post('/api/v1/mappings', { phoneNumberId: number.phoneNumberId, projectId: project.id, ...more })),
    receive: (envelope, options) =>
      world.post(Buffer.isBuffer(envelope) ? envelope : serialize(envelope, options), {
        secret: app.secret,
        appId: app.id,
      }),
  };
}

/** Looks again and again until `look` is satisfied; fails with what it saw last. */
export async function eventually<T>(look: () => Promise<T> | T, good: (seen: T) => boolean, ms = 15_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look();
    if (good(seen)) return seen;
    if (Date.now() > end) throw new Error(`Not within ${ms} ms. Last seen: ${JSON.stringify(seen)?.slice(0, 2_000)}`);
    await new Promise((again) => setTimeout(again, 25));
  }
}
