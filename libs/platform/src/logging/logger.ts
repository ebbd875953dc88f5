import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';

/** Structured lines on stdout. Fields carry ids of tenants, requests and rows; never numbers, bodies or tokens. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Pino;

  constructor(level: string, name: string) {
    this.pino = pino({ level, name, base: { name }, timestamp: pino.stdTimeFunctions.isoTime });
  }

  info(message: string, fields: object = {}): void {
    this.pino.info(fields, message);
  }

  failure(message: string, error: unknown, fields: object = {}): void {
    this.pino.error({ ...fields, err: error instanceof Error ? error : new Error(String(error)) }, message);
  }

  // Nest's own lines.
  log(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    this.pino.warn(typeof context === 'object' ? { ...context } : { context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.pino.error({ context, stack }, String(message));
  }
  debug(message: unknown, context?: string): void {
    this.pino.trace({ context }, String(message));
  }
}
