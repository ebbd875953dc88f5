import { HttpException } from '@nestjs/common';
import type { ErrorCode } from '@waypost/contracts';
import { AppError, isTransient, SecretError } from '@waypost/platform';

/** The error that a caller may see: ours as it is, a framework's translated, anything else without its words. */
export function presentable(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404)
    return new AppError('not_found', 'There is nothing at this address. /api/docs shows what there is.');
  if (status === 415)
    return new AppError('invalid_body', 'Send JSON, with the header "Content-Type: application/json".');
  if (status !== undefined && status < 500) return new AppError(codeOf(status), (error as Error).message);
  return (
    databaseError(error) ??
    keyServiceError(error) ??
    new AppError('internal', 'Try again; if it stays, give the operator the requestId.')
  );
}

/** Fastify's own errors and those of its plugins carry the status. */
function statusOf(error: unknown): number | undefined {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return error instanceof Error && typeof statusCode === 'number' && statusCode >= 400
    ? statusCode
    : undefined;
}

const codes: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  409: 'wrong_state',
  413: 'body_too_large',
  422: 'invalid_input',
  429: 'too_many_requests',
};

function codeOf(status: number): ErrorCode {
  return codes[status] ?? 'invalid_body';
}

function databaseError(error: unknown): AppError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: string };
  // A text with U+0000 in it, which PostgreSQL cannot store: the caller's doing, wherever in the body it stood.
  if (code === '22021' || code === '22P05') {
    return new AppError(
      'invalid_input',
      'A text holds the character U+0000, which cannot be stored. Leave it out.',
    );
  }
  // What should be a UUID, a number or an instant and is none, as a cursor of another list.
  if (code === '22P02' || code === '22007') {
    return new AppError('invalid_input', 'An id, a cursor or an instant in this request is malformed.');
  }
  if (isTransient(error)) {
    return new AppError('unavailable', {
      detail: 'The database or the queue does not answer. Try again in a moment.',
      retryAfter: 5,
    });
  }
  return undefined;
}

function keyServiceError(error: unknown): AppError | undefined {
  if (!(error instanceof SecretError) || error.problem !== 'unavailable') return undefined;
  return new AppError('unavailable', {
    detail: 'The service that holds the keys of stored secrets does not answer. Try again in a moment.',
    retryAfter: 5,
  });
}
