export type SecretProblem = 'damaged' | 'key' | 'altered';

/** A stored secret, or the key to it, cannot be used. The message is for the operator and holds no secret. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  /** `damaged`: not our format; `key`: the key is missing or another; `altered`: changed, or another row's. */
  readonly problem: SecretProblem;

  constructor(problem: SecretProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}
