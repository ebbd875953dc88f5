export type SecretProblem = 'damaged' | 'key' | 'unavailable' | 'altered';

/** A stored secret, or the key to it, cannot be used. The message is for the operator and holds no secret. */
export class SecretError extends Error {
  override readonly name = 'SecretError';
  /**
   * `damaged`: not our format; `key`: the root key is missing, another or not ours to use; `unavailable`: the service
   * that holds it is away, and trying again may help; `altered`: changed, or of another row or tenant.
   */
  readonly problem: SecretProblem;

  constructor(problem: SecretProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.problem = problem;
  }
}
