import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { VERSION } from '../version.ts';
import { API_KEY_SCHEME } from './authority.ts';
import { Problem } from './problem.ts';
import { markSecretFields } from './secret-fields.ts';

const problemRef = '#/components/schemas/Problem';

interface Operation {
  security?: unknown[];
  parameters?: object[];
  responses?: Record<string, { content?: Record<string, { schema?: { $ref?: string } }> }>;
}

const description = `
Bodies are JSON in camelCase, instants ISO 8601 in UTC. Lists take \`limit\` and \`cursor\` and answer \`data\` and
\`nextCursor\`. Errors are \`application/problem+json\` (see Problem); the \`code\` is for programs, the \`detail\` for people.
How often you may call is said by \`RateLimit-Policy\` and \`RateLimit\` on every answer, and by \`Retry-After\` on a 429.
\`x-permission\` and \`x-roles\` of an operation say who may call it.
`;

export function openApiDocument(app: NestFastifyApplication): OpenAPIObject {
  const document = new DocumentBuilder()
    .setTitle('Waypost')
    .setDescription(description.trim())
    .setVersion(VERSION)
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'accessToken of auth/login' })
    .addApiKey(
      { type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'An API key; also accepted as a bearer' },
      API_KEY_SCHEME,
    )
    .addCookieAuth('waypost_session', { type: 'apiKey', in: 'cookie', description: 'Of browsers that signed in' })
    .addGlobalResponse({
      status: '4XX',
      description: 'What the caller can mend',
      content: { 'application/problem+json': { schema: { $ref: problemRef } } },
    })
    .build();
  const whole = SwaggerModule.createDocument(app, document, {
    extraModels: [Problem],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
  });
  nameProblems(whole);
  nameIdempotencyKeys(whole);
  markSecretFields(whole);
  return whole;
}

/** Decorators give a problem the media types of the good answer; it has one of its own. */
function nameProblems({ paths }: OpenAPIObject): void {
  const operations = Object.values(paths).flatMap((path) => Object.values(path as Record<string, Operation>));
  for (const response of operations.flatMap(({ responses = {} }) => Object.values(responses))) {
    const problem = Object.values(response.content ?? {}).find(({ schema }) => schema?.$ref === problemRef);
    if (problem) response.content = { 'application/problem+json': problem };
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'New for each new call. Sent again within a day, the call has no second effect and is answered as the first time, with the header `Idempotency-Replayed: true`; answers that open a session are not repeated.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

/** Every POST with authority takes one. */
function nameIdempotencyKeys({ paths }: OpenAPIObject): void {
  for (const { post } of Object.values(paths) as { post?: Operation }[]) {
    if (post?.security?.length) post.parameters = [...(post.parameters ?? []), idempotencyKey];
  }
}

/** The document at /api/openapi.json, and pages to read and try it at /api/docs. */
export function serveOpenApi(app: NestFastifyApplication): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), {
    raw: ['json'],
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Waypost API',
    swaggerOptions: { persistAuthorization: true, tagsSorter: 'alpha' },
  });
}
