import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, Egress, EgressFailed, EgressRefused, SETTINGS, type Settings } from '@waypost/platform';

/** The largest answers are lists of destinations. */
const MAX_ANSWER = 4 << 20;
/** A webhook that is sent five times waits for five answers. */
const TIMEOUT_MS = 110_000;

type Json = Record<string, unknown>;

/** Calls the control surface of the stand-in for Meta: one address, which the operator chose, and no other. */
@Injectable()
export class SimulatorClient implements OnApplicationShutdown {
  /** Null when this hub has no simulator. */
  readonly url: string | null;
  private readonly egress: Egress;

  constructor(@Inject(SETTINGS) { simulator, simulatorPort, simulatorUrl }: Settings) {
    const here = simulator && simulatorPort > 0 ? `http://127.0.0.1:${simulatorPort}` : null;
    this.url = simulatorUrl ?? here;
    // Not the egress of deliveries: what projects may call has nothing to do with where the simulator is.
    this.egress = new Egress(
      simulatorUrl === undefined ? { allowedNetworks: ['127.0.0.1/32'] } : { allowPrivate: true },
    );
  }

  onApplicationShutdown(): Promise<void> {
    return this.egress.close(0);
  }

  /** Throws `not_found` without a simulator, `unavailable` when it does not answer, `invalid_input` in its own words. */
  async call(method: 'GET' | 'PUT' | 'POST', path: string, body?: object): Promise<Json> {
    if (this.url === null) {
      throw new AppError(
        'not_found',
        'This Waypost runs no simulator. Whoever runs it can start one with SIMULATOR=1.',
      );
    }
    const { status, body: bytes } = await this.egress
      .request({
        method,
        url: this.url + path,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
        timeoutMs: TIMEOUT_MS,
        maxResponseBytes: MAX_ANSWER,
      })
      .catch((error: unknown) => {
        if (!(error instanceof EgressFailed || error instanceof EgressRefused)) throw error;
        throw unavailable(`The simulator cannot be reached: ${error.message}`);
      });
    const answer = readObject(bytes);
    if (status === 200 && answer) return answer;
    const sentence = typeof answer?.error === 'string' ? answer.error : `It answered ${status}.`;
    if (status === 400 || status === 413) throw new AppError('invalid_input', sentence);
    throw unavailable(`The simulator could not do it: ${sentence}`);
  }
}

function unavailable(sentence: string): AppError {
  return new AppError('unavailable', `${sentence} Try again, or start Waypost anew.`);
}

function readObject(bytes: Buffer): Json | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
  } catch {
    // Something else listens there: the caller says what it answered.
    return undefined;
  }
}
