import type { Principal } from '@waypost/accounts';
import { newId } from '@waypost/platform';
import type { FastifyRequest } from 'fastify';

/** A request that has passed the guard. */
export type ApiRequest = FastifyRequest & { principal?: Principal };

/** The caller's own id for the request when it is fit for logs and headers, else a new one. */
export function requestIdOf(request: Pick<FastifyRequest['raw'], 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w.:-]{1,128}$/.test(given) ? given : newId<'request'>();
}
