import { Injectable, type LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger as Pino } from 'pino';

/** Structured lines on stdout. Fields carry ids of tenants, requests and rows; never numbers, bodies or tokens. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Pino;

  constructor(level: string, name: string, to: DestinationStream = pino.destination(1)) {
    const timestamp = pino.stdTimeFunctions.isoTime;
    this.pino = pino({ level, name, base: { name }, timestamp, serializers: { err: plain } }, to);
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

/**
 * What an error says, without what else hangs on it: an error of the database carries the statement's parameters,
 * and with them whole webhooks.
 */
function plain(error: Error & { code?: unknown; problem?: unknown }): object {
  const { name, message, stack, code, problem } = error;
  return { type: name, message, stack, ...(code !== undefined && { code }), ...(problem !== undefined && { problem }) };
}
