import { Inject, Injectable } from '@nestjs/common';
import { Plans, type Principal } from '@waypost/accounts';
import {
  addressKey,
  AppError,
  type Limit,
  RateLimits,
  SETTINGS,
  type Settings,
  type Verdict,
} from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import type { ApiRequest } from './request.ts';

const PER_SECONDS = 60;

const words: Record<string, string> = {
  address: 'Too many calls without a sign-in from this address',
  pages: 'Too many pages and files for this address',
  refused: 'Too many calls from this address whose token or key was not accepted',
  caller: 'Too many calls',
  tenant: 'The programs of this tenant have made more calls together than its plan includes',
};

/**
 * How often the API may be called: by an address without a sign-in, by a person or key, by all programs of a tenant
 * together. Each answer says what is left, in the fields of draft-ietf-httpapi-ratelimit-headers.
 */
@Injectable()
export class CallLimits {
  constructor(
    private readonly limits: RateLimits,
    private readonly plans: Plans,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** For what needs no sign-in. Throws `too_many_requests`. */
  stranger(request: ApiRequest, reply: FastifyReply): Promise<void> {
    return this.demand(reply, [this.ofAddress('address', request)]);
  }

  /** For pages, files and documents: a page is many of them. Throws `too_many_requests`. */
  visitor(request: ApiRequest, reply: FastifyReply): Promise<void> {
    return this.demand(reply, [this.ofAddress('pages', request, 10)]);
  }

  /** For a call whose token or key was not accepted; counted apart, so that it does not keep a person from signing in. */
  refused(request: ApiRequest, reply: FastifyReply): Promise<void> {
    return this.demand(reply, [this.ofAddress('refused', request)]);
  }

  /** For a call with authority. Throws `too_many_requests`. */
  async caller(principal: Principal, request: ApiRequest, reply: FastifyReply): Promise<void> {
    if (!this.settings.rateLimits) return;
    const key = principal.apiKey?.id ?? principal.userId ?? '';
    const own = { name: 'caller', key, points: this.settings.rateLimitCaller, perSeconds: PER_SECONDS };
    const together = await this.ofTenant(principal, request);
    await this.demand(reply, together ? [own, together] : [own]);
  }

  private ofAddress(name: 'address' | 'pages' | 'refused', { ip }: ApiRequest, times = 1): Limit {
    const points = this.settings.rateLimitAddress * times;
    return { name, key: addressKey(ip), points, perSeconds: PER_SECONDS };
  }

  /** The pages of the dashboard are not what a plan sells by the call: their people count each for themselves. */
  private async ofTenant(
    { tenantId, superAdmin }: Principal,
    request: ApiRequest,
  ): Promise<Limit | undefined> {
    if (tenantId === undefined || superAdmin || !isProgram(request)) return undefined;
    const { apiCallsPerMinute: points } = await this.plans.limitsOf(tenantId);
    return points === null ? undefined : { name: 'tenant', key: tenantId, points, perSeconds: PER_SECONDS };
  }

  private async demand(reply: FastifyReply, limits: Limit[]): Promise<void> {
    if (!this.settings.rateLimits) return;
    const policies: string[] = [];
    const states: string[] = [];
    for (const limit of limits) {
      const verdict = await this.limits.take(limit);
      policies.push(`"${limit.name}";q=${limit.points};w=${limit.perSeconds}`);
      states.push(`"${limit.name}";r=${verdict.remaining};t=${verdict.resetSeconds}`);
      void reply.header('ratelimit-policy', policies.join(', ')).header('ratelimit', states.join(', '));
      // Who may not call does not use up what the others share.
      if (!verdict.allowed) throw tooMany(limit, verdict);
    }
  }
}

function tooMany({ name, points }: Limit, { resetSeconds }: Verdict): AppError {
  return new AppError('too_many_requests', {
    detail: `${words[name]}: ${points} a minute are allowed. Try again in ${resetSeconds} s.`,
    retryAfter: resetSeconds,
  });
}

/** A browser that is signed in sends a cookie instead. */
function isProgram({ headers }: ApiRequest): boolean {
  return headers.authorization !== undefined || headers['x-api-key'] !== undefined;
}
