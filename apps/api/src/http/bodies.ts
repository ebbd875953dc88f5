import type { FastifyInstance } from 'fastify';
import { AppError } from '@waypost/platform';

/** Deeper than any body of ours; what walks through a body by recursion would run out of stack. */
const MAX_DEPTH = 32;

/** REST bodies are JSON. Clients that always name a type send it with an empty body too: that is no body. */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') done(null, undefined);
    else void parse(request, body, (error, value) => done(error ?? objection(value), value));
  });
}

/** What nobody behind could handle: endless nesting, and halves of characters, which UTF-8 has no bytes for. */
function objection(body: unknown): AppError | null {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return new AppError('invalid_body', 'The body is nested too deep.');
    if (level.some((value) => typeof value === 'string' && !value.isWellFormed())) {
      return new AppError(
        'invalid_input',
        'A text holds half of a character (a lone surrogate), which cannot be stored.',
      );
    }
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return null;
}
