/** Every error a caller can meet: its HTTP status and its short title. The sentence comes with the error. */
export const errorCodes = {
  invalid_body: { status: 400, title: 'The request could not be read' },
  invalid_input: { status: 422, title: 'Some fields are not valid' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  bad_credentials: { status: 401, title: 'E-mail or password is wrong' },
  totp_required: { status: 401, title: 'A code of your authenticator is needed' },
  bad_code: { status: 401, title: 'The code is not accepted' },
  bad_signature: { status: 401, title: 'The signature does not match' },
  bad_verify_token: { status: 403, title: 'The verify token is not known' },
  forbidden: { status: 403, title: 'Not allowed for your role' },
  email_not_verified: { status: 403, title: 'Verify your e-mail address first' },
  registration_closed: { status: 403, title: 'Registration is not open' },
  limit_reached: { status: 403, title: 'A limit of your plan is reached' },
  not_found: { status: 404, title: 'Not found' },
  already_exists: { status: 409, title: 'It exists already' },
  in_use: { status: 409, title: 'It is still in use' },
  number_taken: { status: 409, title: 'The number is held elsewhere' },
  wrong_state: { status: 409, title: 'Not possible in this state' },
  idempotency_conflict: { status: 409, title: 'The idempotency key was used for another request' },
  idempotency_running: { status: 409, title: 'The first request with this key is still running' },
  idempotency_unknown: { status: 409, title: 'The answer to the first request is lost' },
  link_over: { status: 410, title: 'This link is over' },
  body_too_large: { status: 413, title: 'The request is too large' },
  tenant_required: { status: 422, title: 'Say for which tenant' },
  destination_refused: { status: 422, title: 'This destination is not allowed' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something broke on our side' },
  unavailable: { status: 503, title: 'Not available right now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** What one field of a body did wrong. */
export interface FieldError {
  field: string;
  message: string;
}
