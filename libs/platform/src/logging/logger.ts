import { join } from 'node:path';
import { Injectable, type LoggerService } from '@nestjs/common';
import { trace } from '@opentelemetry/api';
import { type DestinationStream, multistream, pino, type Logger as Pino } from 'pino';
import type { Settings } from '../config/read-settings.ts';

const FILE_SIZE = '50m';

/** The log of a process: on stdout and, with LOG_DIR, in files of its own there, as many as LOG_FILES and the one being written. */
export async function openLog(
  { logLevel, logDir, logFiles, logStdout }: Pick<Settings, 'logLevel' | 'logDir' | 'logFiles' | 'logStdout'>,
  name: string,
): Promise<Log> {
  if (logDir === undefined) return new Log(logLevel, name);
  const { default: roll } = await import('pino-roll');
  const file = await roll({
    file: join(logDir, name),
    extension: '.log',
    frequency: 'daily',
    size: FILE_SIZE,
    mkdir: true,
    limit: { count: logFiles },
  });
  const streams = logStdout ? [pino.destination(1), file] : [file];
  return new Log(logLevel, name, multistream(streams.map((stream) => ({ level: 'trace', stream }))));
}

/** Structured lines on stdout. Fields carry ids of tenants, requests and rows; never numbers, bodies or tokens. */
@Injectable()
export class Log implements LoggerService {
  private readonly pino: Pino;
  private failed = 0;

  constructor(level: string, name: string, to: DestinationStream = pino.destination(1)) {
    const timestamp = pino.stdTimeFunctions.isoTime;
    this.pino = pino({ level, name, base: { name }, timestamp, serializers: { err: plain }, mixin: traceIds }, to);
  }

  /** How many errors were written since the process started. */
  get failures(): number {
    return this.failed;
  }

  info(message: string, fields: object = {}): void {
    this.pino.info(fields, message);
  }

  failure(message: string, error: unknown, fields: object = {}): void {
    this.failed += 1;
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

/** The trace that a line was written in, where there is one. */
function traceIds(): object {
  const span = trace.getActiveSpan()?.spanContext();
  return span ? { traceId: span.traceId, spanId: span.spanId } : {};
}

/**
 * What an error says, without what else hangs on it: an error of the database carries the statement's parameters,
 * and with them whole webhooks.
 */
function plain(error: Error & { code?: unknown; problem?: unknown }): object {
  const { name, message, stack, code, problem } = error;
  return { type: name, message, stack, ...(code !== undefined && { code }), ...(problem !== undefined && { problem }) };
}
