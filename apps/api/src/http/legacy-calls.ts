import type { FastifyInstance, FastifyRequest } from 'fastify';
import { rewriteLegacyPath } from '../legacy-paths.ts';

type Keyed = Record<string, unknown>;

const camel = (key: string) =>
  key.replace(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Serves calls by the paths of older systems, and calls by `/admin` also in their snake_case. */
export class LegacyCalls {
  private readonly snakeCased = new WeakSet<FastifyRequest['raw']>();

  readonly rewriteUrl = (request: FastifyRequest['raw']): string => {
    // Meta's own door is the busiest, and nothing there is older.
    if (request.url?.startsWith('/webhooks/')) return request.url;
    const { url, snakeCase } = rewriteLegacyPath(request.url ?? '/');
    if (snakeCase) this.snakeCased.add(request);
    return url;
  };

  translateKeys(fastify: FastifyInstance): void {
    // Plain callbacks: every webhook passes here too.
    fastify.addHook('preValidation', (request, _reply, done) => {
      if (this.snakeCased.has(request.raw)) {
        request.body = askedInSnakeCase(request.body);
        request.query = askedInSnakeCase(request.query);
      }
      done();
    });
    fastify.addHook('preSerialization', (request, _reply, payload, done) => {
      done(null, this.snakeCased.has(request.raw) ? answerInSnakeCase(payload) : payload);
    });
  }
}

/** The top level only: what lies deeper are values, as a map of headers. */
export function askedInSnakeCase(body: unknown): unknown {
  return rename(body, camel);
}

/** The top level, and that of the elements of a list. */
export function answerInSnakeCase(payload: unknown): unknown {
  const answer = rename(payload, snake);
  if (!isKeyed(answer)) return answer;
  if (Array.isArray(answer.data)) answer.data = answer.data.map((element) => rename(element, snake));
  if (Array.isArray(answer.errors)) {
    answer.errors = answer.errors.map((error: Keyed) => ({ ...error, field: snake(String(error.field)) }));
  }
  return answer;
}

function rename(value: unknown, name: (key: string) => string): unknown {
  if (!isKeyed(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, kept]) => [name(key), kept]));
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}
