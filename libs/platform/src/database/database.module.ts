import type { EventEmitter } from 'node:events';
import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { Settings } from '../config/read-settings.ts';
import { SYSTEM } from './names.ts';

export type Entities = NonNullable<DataSourceOptions['entities']>;

/**
 * jit costs more than it brings for statements of milliseconds. The cross-tenant steps fetch by key, always: a table
 * that grew from nothing within minutes has no statistics yet, and would be hashed or scanned as a whole.
 */
const plans = {
  waypost_app: '-c jit=off',
  waypost_system:
    '-c jit=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c enable_bitmapscan=off',
};

/**
 * A line that is cut in the moment in which the pool hands it over has nobody listening, and an error that nobody
 * hears ends the process. Who uses the line learns of it from his query.
 */
export function listenForErrors(client: EventEmitter, ready: () => void): void {
  client.on('error', () => undefined);
  ready();
}

/** Connection options of a data source whose every connection works as `role`. */
export function connectionAs(role: 'waypost_app' | 'waypost_system', settings: Settings): TypeOrmModuleOptions {
  return {
    type: 'postgres',
    url: settings.databaseUrl,
    applicationName: role,
    poolSize: settings.databasePool,
    installExtensions: false,
    connectTimeoutMS: 5_000,
    extra: { options: `-c role=${role} ${plans[role]}`, idleTimeoutMillis: 60_000, verify: listenForErrors },
    retryAttempts: 0,
    synchronize: false,
  };
}

@Module({})
export class DatabaseModule {
  static forRoot(settings: Settings, entities: Entities): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({ ...connectionAs('waypost_app', settings), entities }),
        TypeOrmModule.forRoot({ ...connectionAs('waypost_system', settings), name: SYSTEM, entities }),
      ],
    };
  }
}
