import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { canonicalJson, type Principal } from '@waypost/accounts';
import { PLATFORM_TENANT_ID } from '@waypost/contracts';
import {
  AppError,
  Idempotency,
  type KeptAnswer,
  Log,
  type OnceOnly,
  type RepeatableCall,
  SecretBox,
  Tenancy,
} from '@waypost/platform';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { presentable } from './presentable.ts';
import { problemOf } from './problem.ts';
import type { ApiRequest } from './request.ts';

export const IDEMPOTENCY_KEY = 'idempotency-key';

/** Longer answers, such as all that is kept about a person, are not kept once more. */
const LONGEST_ANSWER = 1 << 20;

interface Answered {
  value: unknown;
}

/**
 * A POST with authority and the header Idempotency-Key has its effect once: sent again it is answered what it was
 * answered first, refusals included (draft-ietf-httpapi-idempotency-key-header); a failure of ours is forgotten
 * unless it has had effect. An answer that opens a session is never given twice.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly tenancy: Tenancy,
    private readonly box: SecretBox,
    private readonly log: Log,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const key = request.headers[IDEMPOTENCY_KEY];
    if (request.method !== 'POST' || !request.principal || key === undefined) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const begun = await this.idempotency.begin(await this.callOf(request, request.principal, String(key)));
    if ('kept' in begun) return from([replay(reply, begun.kept)]);
    const { mine } = begun;
    const made = this.tenancy.once(mine, () => lastValueFrom(next.handle(), { defaultValue: undefined }));
    return from(this.answered(made, mine, request, reply));
  }

  private async answered(
    made: Promise<unknown>,
    mine: OnceOnly,
    request: ApiRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const outcome = await made.then(
      (value): Answered => ({ value }),
      (error: unknown) => ({ error }),
    );
    try {
      if ('error' in outcome) await this.settleRefusal(outcome.error, mine, request);
      else await this.settleAnswer(outcome, mine, reply);
    } catch (error) {
      // The call itself has been made, and its caller learns how it went; a repetition will learn less.
      const { tenantId } = mine;
      this.log.failure('idempotency: an answer was not kept', error, {
        tenantId,
        requestId: String(request.id),
      });
    }
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  }

  private async settleAnswer({ value }: Answered, mine: OnceOnly, reply: FastifyReply): Promise<void> {
    if (opensSession(value, reply)) return this.idempotency.drop(mine);
    const body = value === undefined ? null : JSON.stringify(value);
    if (body === null || body.length <= LONGEST_ANSWER) {
      return this.idempotency.keep(mine, { status: reply.statusCode, body });
    }
    await this.idempotency.forget(mine);
  }

  private async settleRefusal(error: unknown, mine: OnceOnly, request: ApiRequest): Promise<void> {
    const shown = presentable(error);
    const mayGoWellLater = shown.status >= 500 || shown.status === 429;
    if (mayGoWellLater && (await this.idempotency.forget(mine))) return;
    const body = JSON.stringify(problemOf(shown, String(request.id)));
    await this.idempotency.keep(mine, { status: shown.status, body });
  }

  private async callOf(request: ApiRequest, principal: Principal, key: string): Promise<RepeatableCall> {
    if (!/^[\x20-\x7e]{1,255}$/.test(key)) {
      const message = 'must be 1 to 255 printable characters';
      throw new AppError('invalid_input', `Idempotency-Key ${message}.`);
    }
    const { userId, apiKey, tenantId = PLATFORM_TENANT_ID } = principal;
    const caller = apiKey ? `key ${apiKey.id}` : `person ${userId}`;
    // Bodies may hold passwords, so their hash is keyed.
    const whole = canonicalJson([request.method, request.url, caller, request.body ?? null]);
    return { tenantId, id: uuidOf(`${caller} ${key}`), fingerprint: await this.box.keyedHash(whole) };
  }
}

function replay(reply: FastifyReply, { status, body }: KeptAnswer): unknown {
  void reply.status(status).header('idempotency-replayed', 'true');
  if (status >= 400) void reply.type('application/problem+json; charset=utf-8');
  return body === null ? undefined : JSON.parse(body);
}

function opensSession(value: unknown, reply: FastifyReply): boolean {
  const hasToken = typeof value === 'object' && value !== null && 'accessToken' in value;
  return hasToken || reply.hasHeader('set-cookie');
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
