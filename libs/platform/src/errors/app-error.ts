import { errorCodes, type ErrorCode, type FieldError, type LimitUse } from '@waypost/contracts';

export interface AppErrorDetails {
  /** Plain words with the way out. */
  detail: string;
  errors?: FieldError[];
  /** Seconds after which it is worth trying again. */
  retryAfter?: number;
  /** The limit of the plan that is reached. */
  limit?: LimitUse;
}

/** What the domain throws; the HTTP edge turns it into `application/problem+json`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: ErrorCode, details: string | AppErrorDetails) {
    const full = typeof details === 'string' ? { detail: details } : details;
    super(full.detail);
    this.name = 'AppError';
    this.code = code;
    this.details = full;
  }

  get status(): number {
    return errorCodes[this.code].status;
  }
}

/** The one answer for what is absent and for what belongs to somebody else. */
export function notFound(what: string): AppError {
  return new AppError('not_found', `There is no ${what} with this id here.`);
}

/** A process cannot start: one sentence for the operator, no stack trace. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
